package dev.interop.testbed.cell;

import dev.interop.testbed.concurrent.SerialTasks;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands a container's output to its listener in a thread of its own, so that a slow listener delays neither the container
 * nor the times of its output. Only a container that is far ahead of its listener has to wait.
 */
final class OutputFeed {
    /** The most bytes that wait for the listener. */
    private static final long MOST_BYTES = 64L << 20;

    private final SerialTasks tasks;
    private final Consumer<byte[]> listener;
    private long waiting;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    OutputFeed(Executor threads, Consumer<byte[]> listener) {
        this.tasks = new SerialTasks(threads);
        this.listener = listener;
    }

    /** Adds a copy of these bytes. */
    void add(byte[] bytes) {
        awaitRoom();
        var copy = bytes.clone();
        addWaiting(copy.length);
        tasks.add(() -> {
            hand(copy);
            addWaiting(-copy.length);
        });
    }

    private void hand(byte[] bytes) {
        if (failure.isEmpty()) {
            try {
                listener.accept(bytes);
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
        }
    }

    private synchronized void awaitRoom() {
        try {
            while (waiting > MOST_BYTES) {
                wait();
            }
        } catch (InterruptedException e) {
            // The testbed is being closed; the listener gets the rest all the same.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void addWaiting(long bytes) {
        waiting += bytes;
        notifyAll();
    }

    /** Waits until the listener has got everything. Rethrows an exception of the listener, which ended its calls. */
    void drain() {
        tasks.drain();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
