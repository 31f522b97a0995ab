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
 * The output of all containers in one file, line by line as it comes, each line with its container's role. All files with
 * a cell's output are written through it, in one order, by a thread of the disk.
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

    /** Calls a writer once everything before it has been written. */
    void submit(Runnable write) {
        writing.add(write);
    }

    /** Adds whole lines of a container. */
    void lines(String role, List<byte[]> lines) {
        submit(() -> {
            lines.forEach(it -> write(role, it));
            flush();
        });
    }

    /** Adds a line of a container. */
    void line(String role, String text) {
        lines(role, List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String role, byte[] line) {
        if (broken.isPresent()) {
            return;
        }
        try {
            file.write((role + " ".repeat(Math.max(0, 7 - role.length())) + "| ").getBytes(StandardCharsets.UTF_8));
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

    /** The error that ended writing, if any; known after {@link #drain}. */
    Optional<IOException> broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        drain();
        file.close();
    }
}
