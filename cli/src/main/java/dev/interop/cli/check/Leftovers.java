package dev.interop.cli.check;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.recording.RefusedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that a container left in its folders, and those that could not be copied out.
 *
 * @param recording the recording of the cell
 * @param role the role of the container
 */
record Leftovers(Recording recording, ContainerRole role) {
    /** The number of files that were copied from the folders of logs. */
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
    Optional<String> refusedIn(String folder) {
        return refused(it -> it.folder().equals(folder));
    }

    /** The first file in any other folder of the container that was not copied, with the reason. */
    Optional<String> refusedOutside(String folder) {
        return refused(it -> !it.folder().equals(folder));
    }

    private Optional<String> refused(Predicate<RefusedFile> where) {
        return recording.files().refused().stream()
                .filter(it -> it.by() == role && where.test(it))
                .findFirst()
                .map(it -> "not taken from " + it.folder() + ": " + it.why());
    }

    private Path folder() {
        return recording.folder().resolve(role.label());
    }
}
