package dev.interop.run;

import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Calls one listener from a thread of its own. The queue is bounded: the plan limits the calls about cells, and a fixed
 * number limits the clients' reports, which may be many. Adding a call never waits, because callers may hold locks and a
 * client's output may wait for them: no verdict depends on a listener.
 */
final class ListenerQueue implements RunListener, AutoCloseable {
    private static final int REPORTS_KEPT = 10_000;
    /** Some 100 MB at most. The caller's listeners show reports as tests, so that a missing one is shown as missing. */
    private static final int CALLERS_REPORTS_KEPT = 100_000;

    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final RunListener listener;
    private final Duration limit;
    private final LinkedBlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean missing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    private ListenerQueue(RunListener listener, Duration limit, int reportsKept) {
        this.listener = listener;
        this.limit = limit;
        this.room = new Semaphore(reportsKept);
        this.thread = new Thread(this::callAll, "interop-listener");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Creates a queue for whose listener the end of the run waits. Reports are dropped while the queue is full, with one
     * note.
     */
    static ListenerQueue patient(RunListener listener) {
        return patient(listener, CALLERS_REPORTS_KEPT);
    }

    static ListenerQueue patient(RunListener listener, int reportsKept) {
        return new ListenerQueue(listener, FOR_EVER, reportsKept);
    }

    /**
     * Creates a queue for whose listener the end of the run waits up to the limit. Reports are dropped while the queue is
     * full.
     */
    static ListenerQueue limited(RunListener listener, Duration limit) {
        return limited(listener, limit, REPORTS_KEPT);
    }

    static ListenerQueue limited(RunListener listener, Duration limit, int reportsKept) {
        return new ListenerQueue(listener, limit, reportsKept);
    }

    private void callAll() {
        while (!closed.get()) {
            try {
                calls.take().run();
            } catch (InterruptedException e) {
                // The queue is closed, or somebody else has interrupted this thread, which ends nothing.
            }
            // A listener may have interrupted its own thread.
            Thread.interrupted();
        }
    }

    private void add(Consumer<RunListener> call) {
        calls.add(() -> call(call));
    }

    private void call(Consumer<RunListener> call) {
        if (failure.get() == null) {
            try {
                call.accept(listener);
            } catch (Throwable e) {
                // Also an Error, or a checked exception that Kotlin does not declare: await() must return after it.
                failure.set(e);
            }
        }
    }

    @Override
    public void runStarted(Plan plan, Path folder) {
        add(it -> it.runStarted(plan, folder));
    }

    @Override
    public void probed(ComplianceProbe probe) {
        add(it -> it.probed(probe));
    }

    @Override
    public void cellStarted(Cell cell) {
        add(it -> it.cellStarted(cell));
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        if (!room.tryAcquire()) {
            if (limit.equals(FOR_EVER) && missing.compareAndSet(false, true)) {
                note(
                        "some of the clients' reports are not shown, because a listener is far behind; verdicts do not depend"
                                + " on it");
            }
            return;
        }
        calls.add(() -> {
            room.release();
            call(it -> it.cellReported(cell, report));
        });
    }

    @Override
    public void cellRecorded(Cell cell) {
        add(it -> it.cellRecorded(cell));
    }

    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        add(it -> it.cellPutOff(cell, attempt));
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        add(it -> it.cellEnded(cell, result));
    }

    @Override
    public void runEnded(RunResult result) {
        add(it -> it.runEnded(result));
    }

    @Override
    public void runBrokeOff(RunResult result) {
        add(it -> it.runBrokeOff(result));
    }

    @Override
    public void note(String line) {
        add(it -> it.note(line));
    }

    /**
     * Waits until the listener has handled all calls so far, up to the limit. Returns whether it has; false once the
     * queue is closed.
     */
    boolean await() {
        if (closed.get()) {
            return false;
        }
        var handled = new CountDownLatch(1);
        calls.add(handled::countDown);
        var interrupted = false;
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return handled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // Listeners also receive the end of a cancelled run.
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
     * @throws IllegalStateException when the listener failed; it has not been called since
     */
    void check() {
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a listener of the run failed", failed);
        }
    }

    /** Makes no further calls, and interrupts a call that is still running. */
    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
    }
}
