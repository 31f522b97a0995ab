package dev.interop.testbed.docker;

import dev.interop.testbed.archive.PieceStream;
import dev.interop.testbed.concurrent.MonotonicTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Passes a command's output to a reader. When the reader is slow, the command waits. */
@API(status = Status.INTERNAL)
public final class CommandOutput implements OutputSink {
    private static final int FRAMES = 256;
    private static final int STDERR_BYTES = 64 << 10;
    private static final byte[] END = new byte[0];
    private static final long POLL_MILLIS = 50;

    private final BlockingQueue<byte[]> frames = new ArrayBlockingQueue<>(FRAMES);
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final MonotonicTime time;
    private final Duration patience;
    private volatile boolean dropping;
    private volatile Optional<Throwable> failure = Optional.empty();

    /**
     * @param time measures the patience
     * @param patience how long the reader waits for more
     */
    public CommandOutput(MonotonicTime time, Duration patience) {
        this.time = time;
        this.patience = patience;
    }

    @Override
    public void stdout(byte[] bytes) {
        if (bytes.length > 0) {
            // The client fills the same array again with what comes next.
            put(bytes.clone());
        }
    }

    @Override
    public synchronized void stderr(byte[] bytes) {
        stderr.write(bytes, 0, Math.min(bytes.length, STDERR_BYTES - stderr.size()));
    }

    /** Ends the output, with the failure if the engine broke it off. */
    public void end(Optional<Throwable> thrown) {
        failure = thrown;
        put(END);
    }

    private void put(byte[] frame) {
        try {
            var taken = dropping;
            while (!taken) {
                taken = frames.offer(frame, POLL_MILLIS, TimeUnit.MILLISECONDS) || dropping;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drops the rest of the output. */
    public void dropRest() {
        dropping = true;
        frames.clear();
    }

    public synchronized String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    public InputStream stdout() {
        return new PieceStream() {
            @Override
            protected byte[] next() throws IOException {
                return take();
            }
        };
    }

    private byte[] take() throws IOException {
        try {
            var frame = time.poll(frames, time.deadline(patience))
                    .orElseThrow(() -> new IOException("no output for " + patience.toSeconds() + " s"));
            if (frame.length == 0 && failure.isPresent()) {
                throw new IOException("the output broke off", failure.get());
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
