package dev.interop.testbed.concurrent;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs tasks one after the other, in the order in which they were added, in threads of an executor. */
@API(status = Status.INTERNAL)
public final class SerialTasks {
    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    public SerialTasks(Executor threads) {
        this.threads = threads;
    }

    /** Runs a task later, once those added before have run. */
    public void add(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException e) {
            // The threads have been shut down; this thread runs the remaining tasks.
            run();
        }
    }

    /** Waits until all tasks added before have run. */
    public void drain() {
        var drained = new CompletableFuture<Boolean>();
        add(() -> drained.complete(true));
        drained.join();
    }

    private void run() {
        for (var task = next(); task.isPresent(); task = next()) {
            try {
                task.get().run();
            } catch (Throwable e) {
                // The tasks after it are run all the same, also after an Error: drain() waits for them.
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private synchronized Optional<Runnable> next() {
        var next = Optional.ofNullable(waiting.poll());
        running = next.isPresent();
        return next;
    }
}
