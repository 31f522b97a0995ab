package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for calls to the engine with a limit, because the client library has none. */
final class Deadline {
    /** The limit of calls that the engine answers at once. */
    static final Duration SHORT = Duration.ofSeconds(30);
    /** The limit of calls that take the engine some work, such as copying. */
    static final Duration LONG = Duration.ofSeconds(120);

    private final ExecutorService threads;

    Deadline(ExecutorService threads) {
        this.threads = threads;
    }

    <T> T call(Duration limit, String doing, Callable<T> call) {
        var result = submit(doing, call);
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // The call has to end first: its result could not be cleaned up otherwise.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw EngineFailure.of(e.getCause(), doing);
        } catch (TimeoutException e) {
            throw late(limit, doing, result, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> Future<T> submit(String doing, Callable<T> call) {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw new EngineFailure(
                    EngineFailure.Kind.LOST, "the connection to the container engine is closed (" + doing + ")", e);
        }
    }

    private static EngineFailure late(Duration limit, String doing, Future<?> result, TimeoutException e) {
        result.cancel(true);
        return new EngineFailure(
                EngineFailure.Kind.LOST,
                "the container engine did not answer within " + limit.toSeconds() + " s (" + doing
                        + "): see its log, restart it",
                e);
    }
}
