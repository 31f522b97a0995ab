package dev.interop.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of attempts to run a cell that do not count, beside that of the one that does. */
final class AttemptFolders {
    /** No test case has it in its name. */
    private static final String MARK = ".attempt-";

    private AttemptFolders() {}

    /**
     * The name of the folder of an attempt.
     *
     * @param logs the folder of the cell's recording
     * @param number the number of the attempt, from 1
     */
    static String of(String logs, int number) {
        return logs + MARK + number;
    }

    /** Whether a folder is that of an attempt that does not count, or below one. */
    static boolean contain(Path folder) {
        return Stream.iterate(Optional.of(folder), Optional::isPresent, it -> it.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(Path::getFileName)
                .anyMatch(it -> it != null && it.toString().contains(MARK));
    }
}
