package dev.interop.testbed;

import dev.interop.testbed.cell.CellWatch;
import dev.interop.testbed.context.TestbedContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The cells and probes that a testbed runs at the moment. */
final class RunningCells {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(10);

    private final TestbedContext context;
    private final BooleanSupplier closed;
    private final Set<CellWatch> running = ConcurrentHashMap.newKeySet();

    /**
     * @param closed whether the testbed is closed, so that no further cell may begin
     */
    RunningCells(TestbedContext context, BooleanSupplier closed) {
        this.context = context;
        this.closed = closed;
    }

    /**
     * Runs the action in another thread. An interrupt then ends the cell in an orderly way instead of breaking a call to
     * the engine off.
     *
     * @throws CancellationException when the testbed is closed or the thread was interrupted
     */
    <T> T run(CellWatch watch, Supplier<T> action) {
        running.add(watch);
        if (closed.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            running.remove(watch);
            throw new CancellationException("the testbed is closed, or the run is cancelled");
        }
        var result = CompletableFuture.supplyAsync(action, context.threads());
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    watch.cancel();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            running.remove(watch);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Cancels all and waits until they have ended, but not for ever. The testbed is closed before. */
    void cancel() {
        running.forEach(CellWatch::cancel);
        var end = context.time().deadline(CLOSE_LIMIT);
        try {
            while (!running.isEmpty() && context.time().nanos() < end) {
                context.time().sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!running.isEmpty()) {
            context.options().progress().say("a cell did not end in time; its containers are removed all the same");
        }
    }
}
