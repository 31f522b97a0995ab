package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for calls to the engine, but never for ever: the client library has no limits of its own. */
final class Deadline {
    /** For what the engine answers at once. */
    static final Duration SHORT = Duration.ofSeconds(30);
    /** For what takes the engine some work, such as copying. */
    static final Duration LONG = Duration.ofSeconds(120);

    private final ExecutorService threads;

    Deadline(ExecutorService threads) {
        this.threads = threads;
    }

    <T> T call(Duration limit, String doing, Callable<T> call) {
        var result = threads.submit(call);
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // What was begun must be known to have ended, or it could not be cleaned up.
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

    private static EngineFailure late(Duration limit, String doing, Future<?> result, TimeoutException e) {
        result.cancel(true);
        return new EngineFailure(
                EngineFailure.Kind.LOST,
                "the container engine did not answer within " + limit.toSeconds() + " s (" + doing
                        + "): see its log, restart it",
                e);
    }
}
