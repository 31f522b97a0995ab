package dev.interop.cli;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Deletes and measures whole folders. */
final class FolderContents {
    private FolderContents() {}

    /**
     * Removes a folder with its content; does not follow links.
     *
     * @throws UserError when something cannot be removed
     */
    static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be emptied: " + e.getMessage(), e).ofEnvironment();
        }
    }

    /** The bytes of all files in it. */
    static long size(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.mapToLong(it -> it.toFile().isFile() ? it.toFile().length() : 0)
                    .sum();
        }
    }
}
