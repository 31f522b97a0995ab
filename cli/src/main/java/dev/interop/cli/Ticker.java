package dev.interop.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Repeats an action at an interval until it is closed. */
final class Ticker implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "interop-progress");
        thread.setDaemon(true);
        return thread;
    });

    Ticker(Duration each, Runnable action) {
        timer.scheduleAtFixedRate(action, each.toMillis(), each.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
