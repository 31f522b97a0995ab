package dev.interop.testbed.lane;

import dev.interop.testbed.archive.PieceStream;
import dev.interop.testbed.concurrent.MonotonicTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What is said to a program in a container, on its way there. When the program is slow, who speaks waits. */
final class AgentInput extends PieceStream {
    private static final int WORDS = 16;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> words = new ArrayBlockingQueue<>(WORDS);
    private final MonotonicTime time;
    private final Duration patience;

    AgentInput(MonotonicTime time, Duration patience) {
        this.time = time;
        this.patience = patience;
    }

    /**
     * Says something that is not empty.
     *
     * @throws IOException when nobody listens
     */
    void say(byte[] bytes) throws IOException {
        try {
            if (!time.offer(words, bytes, time.deadline(patience))) {
                throw new IOException("it has not listened for " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Nothing more is said. Where nobody listens, nobody has to hear of it. */
    void end() {
        words.offer(END);
    }

    @Override
    public int available() {
        return super.available() + words.stream().mapToInt(it -> it.length).sum();
    }

    @Override
    protected byte[] next() {
        try {
            return words.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
