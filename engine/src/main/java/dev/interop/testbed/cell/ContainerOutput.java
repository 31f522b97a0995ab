package dev.interop.testbed.cell;

import dev.interop.testbed.docker.OutputSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The output of one container of a cell, in its folder of the recording. */
final class ContainerOutput implements OutputSink, Closeable {
    /** The file with the arrival times of standard output. */
    static final String TIMES = "stdout.times";

    /** The testbed's files in the folder that the container's files are copied to as well. */
    static final List<String> NAMES = List.of("stdout.log", "stderr.log", TIMES);

    private final StreamLog stdout;
    private final StreamLog stderr;
    private final Consumer<byte[]> onStdout;

    /**
     * @param name the container's name in the cell
     * @param folder the container's folder
     * @param listener gets every line of either stream: must be quick
     * @param onStdout gets the standard output's bytes first of all, also those that are not kept: must be quick
     */
    ContainerOutput(
            String name,
            Path folder,
            MergedOutput merged,
            long limit,
            Consumer<String> listener,
            Consumer<byte[]> onStdout)
            throws IOException {
        Files.createDirectories(folder);
        stdout = new StreamLog(name, folder.resolve(NAMES.get(0)), merged, limit, listener);
        stderr = new StreamLog(name, folder.resolve(NAMES.get(1)), merged, limit, listener);
        this.onStdout = onStdout;
    }

    @Override
    public void stdout(byte[] bytes) {
        onStdout.accept(bytes);
        stdout.add(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
        stderr.add(bytes);
    }

    /** The last lines of the standard error. */
    String stderrTail() {
        return stderr.tail();
    }

    /** The last lines of the standard output. */
    String stdoutTail() {
        return stdout.tail();
    }

    /** How many bytes of the standard output were over the limit. */
    long leftOut() {
        return stdout.dropped();
    }

    /** The error that prevented writing, if any; known once the merged output has been drained. */
    Optional<IOException> broken() {
        return stdout.broken().or(stderr::broken);
    }

    @Override
    public void close() {
        stdout.close();
        stderr.close();
    }
}
