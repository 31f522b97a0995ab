package dev.interop.storage;

/** The folders of a measurement's repetitions before the last one, beside that of the last one. */
final class RepetitionFolders {
    /** No test case has it in its name. */
    private static final String MARK = ".repetition-";

    private RepetitionFolders() {}

    /**
     * The name of the folder of a repetition.
     *
     * @param logs the folder of the cell's last repetition
     * @param number the number of the repetition, from 1
     */
    static String of(String logs, int number) {
        return logs + MARK + number;
    }
}
