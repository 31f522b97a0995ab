package dev.interop.testbed.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A container that holds a tool, such as the dissector, without a network; kept while a run lasts. */
@API(status = Status.INTERNAL)
public interface ToolContainer extends AutoCloseable {
    /**
     * Runs a command in a folder with some files.
     *
     * @param files name in the command's working folder → the file to be copied there
     * @param command the command and its arguments
     * @param stdout reads the command's standard output as it comes
     * @return its exit code and what it wrote to standard error (cut at 64 KiB)
     * @throws IOException when it did not end in time, or the reader threw it and the command ended well
     * @throws dev.interop.testbed.docker.EngineFailure when the container engine failed
     * @throws java.util.concurrent.CancellationException when the container was closed meanwhile
     */
    ToolExit run(Map<String, Path> files, List<String> command, OutputReader stdout) throws IOException;

    /** Removes the container. */
    @Override
    void close();

    /** Reads a command's output. */
    interface OutputReader {
        /**
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
    record ToolExit(int code, String stderr) {}
}
