package dev.interop.cli.check;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a container left in its folders, and those that could not be copied out.
 *
 * @param recording the recording of the cell
 * @param role the role of the container
 */
record Leftovers(Recording recording, ContainerRole role) {
    /** The number of files that were copied from /logs, and from /mlog where that is kept. */
    long files() throws IOException {
        var ours = Set.of(recording.stdout(role), recording.stderr(role), recording.stdoutTimes());
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var all = Files.walk(folder)) {
            return all.filter(it -> Files.isRegularFile(it) && !ours.contains(it))
                    .count();
        }
    }

    /** The first file in this folder of the container that was not copied, with the reason. */
    Optional<String> refused(String from) {
        return recording.files().refused().stream()
                .filter(it -> it.by() == role && it.folder().equals(from))
                .findFirst()
                .map(it -> "not taken from " + from + ": " + it.why());
    }

    private Path folder() {
        return recording.folder().resolve(role.label());
    }
}
