package dev.interop.testbed.cell;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of a container's two output streams: a file of limited size, the same lines in the merged output, and the last
 * lines in memory. Bytes over the limit are counted and dropped, so that a flood does not fill the disk. The files are
 * written in another thread, so that a slow disk does not delay the container.
 */
final class StreamLog implements Closeable {
    /** The longest line in the merged output; the rest is cut off. */
    private static final int LINE_BYTES = 1 << 14;

    private static final int TAIL_CHARACTERS = 1 << 13;

    private final String role;
    private final OutputStream file;
    private final MergedOutput merged;
    private final long limit;
    private final Consumer<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder tail = new StringBuilder();
    private long kept;
    private long dropped;
    private boolean closed;
    private volatile Optional<IOException> broken = Optional.empty();

    /**
     * @param listener gets every whole line in the thread that adds it: must be quick
     */
    StreamLog(String role, Path file, MergedOutput merged, long limit, Consumer<String> listener) throws IOException {
        this.role = role;
        this.file = merged.open(file);
        this.merged = merged;
        this.limit = limit;
        this.listener = listener;
    }

    /** Adds a copy of these bytes. */
    synchronized void add(byte[] bytes) {
        if (closed) {
            return;
        }
        var count = (int) Math.min(bytes.length, limit - kept);
        dropped += bytes.length - count;
        if (count == 0) {
            return;
        }
        kept += count;
        var copy = Arrays.copyOf(bytes, count);
        merged.submit(() -> write(copy));
        merged.lines(role, endedBy(copy));
    }

    private List<byte[]> endedBy(byte[] bytes) {
        var ended = new ArrayList<byte[]>();
        for (var it : bytes) {
            if (it == '\n') {
                ended.add(endLine());
            } else if (line.size() < LINE_BYTES) {
                line.write(it);
            }
        }
        return ended;
    }

    private byte[] endLine() {
        var bytes = line.toByteArray();
        line.reset();
        var length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        tail.append(text).append('\n');
        if (tail.length() > 2 * TAIL_CHARACTERS) {
            tail.delete(0, tail.length() - TAIL_CHARACTERS);
        }
        listener.accept(text);
        return Arrays.copyOf(bytes, length);
    }

    private void write(byte[] bytes) {
        if (broken.isEmpty()) {
            try {
                file.write(bytes);
            } catch (IOException e) {
                broken = Optional.of(e);
            }
        }
    }

    /** The last lines. */
    synchronized String tail() {
        return tail.toString();
    }

    /** The number of bytes over the limit. */
    synchronized long dropped() {
        return dropped;
    }

    /** The error that ended writing, if any; known once the merged output has been drained. */
    Optional<IOException> broken() {
        return broken;
    }

    /** Ends the stream. The file is closed once everything has been written. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (line.size() > 0) {
            merged.lines(role, List.of(endLine()));
        }
        if (dropped > 0) {
            var note = "… " + dropped + " more bytes of output were left out (limit " + limit + ")";
            merged.line(role, note);
            merged.submit(() -> write(("\n" + note + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        merged.submit(this::closeFile);
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            broken = broken.or(() -> Optional.of(e));
        }
    }
}
