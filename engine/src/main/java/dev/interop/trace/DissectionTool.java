package dev.interop.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs the dissector, tshark, wherever it is installed. Implementations are thread-safe. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface DissectionTool {
    /**
     * Runs a command in a folder with some files.
     *
     * @param files the files to copy into the command's working folder, by their names there
     * @param command the command and its arguments
     * @param stdout reads the command's standard output while it runs
     * @return how the command ended
     * @throws IOException when the command could not be run
     */
    Exit run(Map<String, Path> files, List<String> command, OutputReader stdout) throws IOException;

    /** Reads a command's output. */
    @FunctionalInterface
    interface OutputReader {
        /**
         * Reads a command's output.
         *
         * @param stdout the output, which need not be read to its end
         * @throws IOException when the output ends early
         */
        void read(InputStream stdout) throws IOException;
    }

    /**
     * How a command ended.
     *
     * @param code the exit code
     * @param stderr the standard error output
     */
    record Exit(int code, String stderr) {}
}
