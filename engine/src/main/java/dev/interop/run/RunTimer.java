package dev.interop.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a run at its time limit. */
final class RunTimer implements AutoCloseable {
    private final Optional<ScheduledExecutorService> thread;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param limit how long the run may take, if it is limited
     * @param action ends the run
     */
    RunTimer(Optional<Duration> limit, Runnable action) {
        thread = limit.map(it -> Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, "interop-run-limit");
            made.setDaemon(true);
            return made;
        }));
        thread.ifPresent(it -> it.schedule(
                () -> {
                    over.set(true);
                    action.run();
                },
                limit.orElseThrow().toMillis(),
                TimeUnit.MILLISECONDS));
    }

    /** Whether the limit was reached. */
    boolean isOver() {
        return over.get();
    }

    @Override
    public void close() {
        thread.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
