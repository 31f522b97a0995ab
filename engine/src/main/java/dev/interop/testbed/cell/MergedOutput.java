package dev.interop.testbed.cell;

import dev.interop.testbed.concurrent.SerialTasks;
import dev.interop.testbed.context.OutputDisk;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All containers' output in one file, line by line as it comes, each line with its part. It also puts everything that a
 * cell writes of its containers' output into one order, in which it is written later, in a thread of the disk's.
 */
final class MergedOutput implements Closeable {
    private final OutputDisk disk;
    private final SerialTasks writing;
    private final OutputStream file;
    private volatile Optional<IOException> broken = Optional.empty();

    MergedOutput(OutputDisk disk, Path file) throws IOException {
        this.disk = disk;
        this.writing = new SerialTasks(disk.threads());
        this.file = new BufferedOutputStream(disk.opener().open(file));
    }

    /** Opens another file whose content goes through {@link #later}. */
    OutputStream open(Path other) throws IOException {
        return disk.opener().open(other);
    }

    /** Writes something once all before has been written. */
    void later(Runnable write) {
        writing.add(write);
    }

    /** Adds whole lines of a part. */
    void lines(String part, List<byte[]> lines) {
        later(() -> {
            lines.forEach(it -> write(part, it));
            flush();
        });
    }

    /** Adds a line of a part. */
    void line(String part, String text) {
        lines(part, List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String part, byte[] line) {
        if (broken.isPresent()) {
            return;
        }
        try {
            file.write((part + " ".repeat(Math.max(0, 7 - part.length())) + "| ").getBytes(StandardCharsets.UTF_8));
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            broken = Optional.of(e);
        }
    }

    private void flush() {
        try {
            file.flush();
        } catch (IOException e) {
            broken = Optional.of(e);
        }
    }

    /** Waits until everything so far has been written. */
    void drain() {
        writing.drain();
    }

    /** Why nothing more is written, if so; known after {@link #drain}. */
    Optional<IOException> broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        drain();
        file.close();
    }
}
