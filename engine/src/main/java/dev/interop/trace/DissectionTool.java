package dev.interop.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the dissector, tshark, wherever it is installed. Safe for use by several threads. */
@FunctionalInterface
public interface DissectionTool {
    /**
     * Runs a command beside some files.
     *
     * @param files name in the command's working folder → the file to be copied there
     * @param command the command and its arguments
     * @param stdout reads the command's standard output as it comes
     * @return how it ended
     * @throws IOException when it could not be run
     */
    Exit run(Map<String, Path> files, List<String> command, OutputReader stdout) throws IOException;

    /** Reads a command's output. */
    @FunctionalInterface
    interface OutputReader {
        /**
         * Reads a command's output.
         *
         * @param stdout the output; need not be read to its end
         * @throws IOException when it breaks off
         */
        void read(InputStream stdout) throws IOException;
    }

    /**
     * How a command ended.
     *
     * @param code its exit code
     * @param stderr what it wrote to standard error
     */
    record Exit(int code, String stderr) {}
}
