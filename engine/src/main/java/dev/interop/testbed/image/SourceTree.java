package dev.interop.testbed.image;

import dev.interop.recording.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * Sources on this machine, ready to be built.
 *
 * @param folder where they lie
 * @param provenance which they are
 * @param temporary what is removed at the end, if they were fetched
 */
record SourceTree(Path folder, Provenance provenance, Optional<Path> temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        if (temporary.isPresent()) {
            delete(temporary.get());
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
