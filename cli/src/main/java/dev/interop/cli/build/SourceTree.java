package dev.interop.cli.build;

import dev.interop.recording.Provenance;
import dev.interop.testbed.image.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sources on this machine, ready to be built.
 *
 * @param folder the folder of the sources
 * @param provenance the repository and commit
 * @param temporary the folder to remove at the end, if they were fetched
 */
record SourceTree(Path folder, Provenance provenance, Optional<ScratchFolder> temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        if (temporary.isPresent()) {
            temporary.get().close();
        }
    }
}
