package dev.interop.testbed.cell;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of a container's two output streams: a file of limited size, the same lines in the merged output, and the last
 * lines at hand. What is over the limit is counted and dropped, so that a flood neither fills the disk nor makes
 * anybody wait.
 */
final class StreamLog implements Closeable {
    /** A longer line is cut in the merged output. */
    private static final int LINE_BYTES = 1 << 14;

    private static final int TAIL_CHARACTERS = 1 << 13;

    private final String part;
    private final OutputStream file;
    private final MergedOutput merged;
    private final long limit;
    private final Consumer<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder tail = new StringBuilder();
    private long kept;
    private long dropped;
    private Optional<IOException> broken = Optional.empty();

    StreamLog(String part, Path file, MergedOutput merged, long limit, Consumer<String> listener) throws IOException {
        this.part = part;
        this.file = Files.newOutputStream(file);
        this.merged = merged;
        this.limit = limit;
        this.listener = listener;
    }

    synchronized void add(byte[] bytes) {
        var count = (int) Math.min(bytes.length, limit - kept);
        dropped += bytes.length - count;
        if (count == 0) {
            return;
        }
        kept += count;
        if (broken.isEmpty()) {
            try {
                file.write(bytes, 0, count);
            } catch (IOException e) {
                broken = Optional.of(e);
            }
        }
        for (var index = 0; index < count; index++) {
            if (bytes[index] == '\n') {
                endLine();
            } else if (line.size() < LINE_BYTES) {
                line.write(bytes[index]);
            }
        }
        merged.flush();
    }

    private void endLine() {
        var bytes = line.toByteArray();
        line.reset();
        var length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        merged.line(part, bytes, 0, length);
        var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        tail.append(text).append('\n');
        if (tail.length() > 2 * TAIL_CHARACTERS) {
            tail.delete(0, tail.length() - TAIL_CHARACTERS);
        }
        listener.accept(text);
    }

    /** The last lines. */
    synchronized String tail() {
        return tail.toString();
    }

    /** How many bytes were over the limit. */
    synchronized long dropped() {
        return dropped;
    }

    /** Why nothing more is written, if so. */
    synchronized Optional<IOException> broken() {
        return broken;
    }

    @Override
    public synchronized void close() throws IOException {
        if (line.size() > 0) {
            endLine();
        }
        if (dropped > 0) {
            var note = "… " + dropped + " more bytes of output were left out (limit " + limit + ")";
            merged.line(part, note);
            if (broken.isEmpty()) {
                file.write(("\n" + note + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        file.close();
    }
}
