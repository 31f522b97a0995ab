package dev.interop.testbed.cell;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** All containers' output in one file, line by line as it comes, each line with its part. */
final class MergedOutput implements Closeable {
    private final OutputStream file;
    private Optional<IOException> broken = Optional.empty();

    MergedOutput(Path file) throws IOException {
        this.file = new BufferedOutputStream(Files.newOutputStream(file));
    }

    synchronized void line(String part, byte[] bytes, int offset, int length) {
        if (broken.isPresent()) {
            return;
        }
        try {
            file.write((part + " ".repeat(Math.max(0, 7 - part.length())) + "| ").getBytes(StandardCharsets.UTF_8));
            file.write(bytes, offset, length);
            file.write('\n');
        } catch (IOException e) {
            broken = Optional.of(e);
        }
    }

    void line(String part, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        line(part, bytes, 0, bytes.length);
    }

    synchronized void flush() {
        try {
            file.flush();
        } catch (IOException e) {
            broken = Optional.of(e);
        }
    }

    /** Why nothing more is written, if so. */
    synchronized Optional<IOException> broken() {
        return broken;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
