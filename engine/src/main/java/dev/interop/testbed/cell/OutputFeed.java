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
    private volatile Optional<Throwable> failure = Optional.empty();

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
            try {
                hand(copy);
            } finally {
                addWaiting(-copy.length);
            }
        });
    }

    private void hand(byte[] bytes) {
        if (failure.isEmpty()) {
            try {
                listener.accept(bytes);
            } catch (Throwable e) {
                // A listener may be third-party code, compiled for another version: it may also throw an Error.
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

    /**
     * Waits until the listener has got everything. Rethrows an exception of the listener, which ended its calls.
     *
     * @throws IllegalStateException with the cause, when the listener threw an Error or a checked exception
     */
    void drain() {
        tasks.drain();
        var thrown = failure.orElse(null);
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown != null) {
            throw new IllegalStateException("the client's output could not be read: " + thrown, thrown);
        }
    }
}
