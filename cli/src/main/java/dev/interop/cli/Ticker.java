package dev.interop.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is closed. */
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
