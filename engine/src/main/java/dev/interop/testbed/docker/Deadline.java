package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
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

    /** The limit of the answer that tells a refusing engine from one that is ending. */
    private static final Duration PING = Duration.ofSeconds(5);

    private final ExecutorService threads;
    private final DockerClient client;

    /**
     * @param threads make the calls
     * @param client asks the engine whether it still answers
     */
    Deadline(ExecutorService threads, DockerClient client) {
        this.threads = threads;
        this.client = client;
    }

    <T> T call(Duration limit, String doing, Callable<T> call) {
        var result = submit(doing, call);
        try {
            return await(result, limit);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), doing);
        } catch (TimeoutException e) {
            throw late(limit, doing, result, e);
        }
    }

    /** Waits also if interrupted: the call has to end first, as its result could not be cleaned up otherwise. */
    private static <T> T await(Future<T> result, Duration limit) throws ExecutionException, TimeoutException {
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * The failure of a call. An engine that ends closes its listener first, then its store and its runtime: a call that came
     * before is refused for reasons that say nothing of the call, and a new connection is not taken.
     */
    private EngineFailure failure(Throwable thrown, String doing) {
        var failure = EngineFailure.of(thrown, doing);
        if (failure.kind() != EngineFailure.Kind.REFUSED || answers()) {
            return failure;
        }
        return new EngineFailure(
                EngineFailure.Kind.LOST, "the container engine is ending (" + failure.getMessage() + ")", thrown);
    }

    private boolean answers() {
        try {
            await(submit("asking whether it answers", () -> client.pingCmd().exec()), PING);
            return true;
        } catch (ExecutionException | TimeoutException | EngineFailure e) {
            return false;
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
