package dev.interop.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.platform.engine.ExecutionRequest;

/**
 * Whether the user has cancelled the tests. JUnit Platform 6.0 has a type for this that 1.14 lacks; reflection lets one
 * jar work with both.
 */
record Cancellation(BooleanSupplier requested) {
    private static final long POLL_MILLIS = 200;

    static Cancellation of(ExecutionRequest request) {
        try {
            var token = ExecutionRequest.class.getMethod("getCancellationToken").invoke(request);
            var type = Class.forName("org.junit.platform.engine.CancellationToken");
            var isRequested = MethodHandles.publicLookup()
                    .findVirtual(type, "isCancellationRequested", MethodType.methodType(boolean.class))
                    .bindTo(token);
            return new Cancellation(() -> {
                try {
                    return (boolean) isRequested.invoke();
                } catch (Throwable e) {
                    throw new IllegalStateException("the cancellation token cannot be asked", e);
                }
            });
        } catch (ReflectiveOperationException e) {
            return new Cancellation(() -> false);
        }
    }

    /** Runs {@code work}, and calls {@code cancel} once if the user cancels meanwhile. Returns what the work does. */
    <T> T during(Supplier<T> work, Runnable cancel) {
        var poll = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "interop-cancellation");
            thread.setDaemon(true);
            return thread;
        });
        poll.scheduleWithFixedDelay(
                () -> {
                    if (requested.getAsBoolean()) {
                        cancel.run();
                        poll.shutdown();
                    }
                },
                POLL_MILLIS,
                POLL_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            poll.shutdownNow();
        }
    }
}
