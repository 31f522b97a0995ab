package dev.interop.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes one run into the history, a line for each cell as it ends. The run has a file of its own, so that no two
 * writers share one. Safe for use by several threads.
 */
@API(status = Status.INTERNAL)
public final class RunWriter implements Closeable {
    /** Unlike a channel, it stays open when a writing thread is interrupted. */
    private final RandomAccessFile out;

    private final RunEntry run;
    private int cells;

    private RunWriter(RandomAccessFile out, RunEntry run) {
        this.out = out;
        this.run = run;
    }

    static RunWriter open(Path file, RunEntry run) throws IOException {
        var writer = new RunWriter(new RandomAccessFile(file.toFile(), "rw"), run);
        writer.write(new HistoryLine.Begin(run));
        return writer;
    }

    /**
     * Appends a cell of the run. When this returns, the operating system has the line.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void append(CellEntry cell) throws IOException {
        write(new HistoryLine.Cell(cell));
        cells++;
    }

    /**
     * Says that the run is over. The file may be compacted from now on.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void end() throws IOException {
        write(new HistoryLine.End(run.name(), cells));
    }

    private void write(HistoryLine line) throws IOException {
        var bytes = (HistoryLine.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        var end = out.length();
        try {
            out.seek(end);
            out.write(bytes);
        } catch (IOException e) {
            // A full disk may have room for the line's beginning; the next line must not continue it.
            out.setLength(end);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
