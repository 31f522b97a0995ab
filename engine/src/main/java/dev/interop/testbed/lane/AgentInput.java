package dev.interop.testbed.lane;

import dev.interop.testbed.archive.PieceStream;
import dev.interop.testbed.concurrent.MonotonicTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The standard input of an agent. When the agent reads slowly, the sender waits. */
final class AgentInput extends PieceStream {
    private static final int MESSAGES = 16;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> messages = new ArrayBlockingQueue<>(MESSAGES);
    private final MonotonicTime time;
    private final Duration patience;

    AgentInput(MonotonicTime time, Duration patience) {
        this.time = time;
        this.patience = patience;
    }

    /**
     * Sends bytes, at least one.
     *
     * @throws IOException when the agent reads nothing for too long
     */
    void send(byte[] bytes) throws IOException {
        try {
            if (!time.offer(messages, bytes, time.deadline(patience))) {
                throw new IOException("it has not read for " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Ends the input. An agent that does not read is not waited for. */
    void end() {
        messages.offer(END);
    }

    @Override
    public int available() {
        return super.available() + messages.stream().mapToInt(it -> it.length).sum();
    }

    @Override
    protected byte[] next() {
        try {
            return messages.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
