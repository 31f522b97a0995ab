package dev.interop.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folders of attempts to run a cell that are not shown, beside that of the one that is. */
final class AttemptFolders {
    /** The file that marks such a folder and holds the attempt's number. */
    static final String MARK = "attempt.json";

    private AttemptFolders() {}

    /**
     * Moves the recording of an attempt aside.
     *
     * @param root the run's folder
     * @param logs the folder of the cell's recording, relative to the run's
     * @param number the number of the attempt, from 1
     * @return the new folder, relative to the run's
     */
    static String putAside(Path root, String logs, int number) throws IOException {
        var from = root.resolve(logs);
        var aside = aside(logs, number);
        Files.write(from.resolve(MARK), new ObjectMapper().writeValueAsBytes(Map.of("attempt", number)));
        Files.move(from, root.resolve(aside));
        return aside;
    }

    private static String aside(String logs, int number) {
        return logs + ".attempt-" + number;
    }

    /** Moves the recording of an attempt back that was put aside, if there is one: it is the one that is shown after all. */
    static void takeBack(Path root, String logs, int number) throws IOException {
        var aside = root.resolve(aside(logs, number));
        if (Files.isDirectory(aside)) {
            Files.delete(aside.resolve(MARK));
            Files.move(aside, root.resolve(logs));
        }
    }

    /** Whether a folder is that of an attempt that is not shown. */
    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(MARK));
    }
}
