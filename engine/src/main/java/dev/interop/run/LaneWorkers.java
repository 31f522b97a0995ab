package dev.interop.run;

import dev.interop.UserError;
import dev.interop.testbed.lane.Lane;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Works through queues with one worker for each lane. A cancellation of the run interrupts the workers. */
final class LaneWorkers {
    private final RunStop stop;

    LaneWorkers(RunStop stop) {
        this.stop = stop;
    }

    /** Processes a queue; returns when all workers are done. */
    <T> void run(List<Lane> lanes, Function<Lane, Optional<T>> queue, BiConsumer<Lane, T> work) {
        var pool = Executors.newFixedThreadPool(lanes.size(), task -> new Thread(task, "interop-lane"));
        try {
            var workers = lanes.stream()
                    .<Future<?>>map(lane -> pool.submit(() -> work(lane, queue, work)))
                    .toList();
            // Only now: a pool that a cancellation shuts down takes no more workers.
            stop.interruptible(pool::shutdownNow, () -> workers.forEach(LaneWorkers::await));
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> void work(Lane lane, Function<Lane, Optional<T>> queue, BiConsumer<Lane, T> work) {
        for (var next = queue.apply(lane); next.isPresent() && !stop.isCancelled(); next = queue.apply(lane)) {
            var item = next.get();
            stop.cancelWith(() -> work.accept(lane, item));
        }
    }

    /**
     * Waits for work to end.
     *
     * @throws UserError when the work threw it
     * @throws IllegalStateException when the work threw anything else
     */
    static void await(Future<?> work) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // The work ends soon after a cancel; returning now would lose its result.
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof UserError error) {
                        throw error;
                    }
                    throw new IllegalStateException("a worker of the run failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
