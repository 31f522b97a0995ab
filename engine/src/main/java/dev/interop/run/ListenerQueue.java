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
 * Tells one listener from a thread of its own. What waits to be told is bounded: the calls about cells by the plan, and the
 * clients' reports, which may be many, by a number.
 */
final class ListenerQueue implements RunListener, AutoCloseable {
    private static final int REPORTS_KEPT = 10_000;
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final RunListener listener;
    private final Duration limit;
    private final LinkedBlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    private ListenerQueue(RunListener listener, Duration limit, int reportsKept) {
        this.listener = listener;
        this.limit = limit;
        this.room = new Semaphore(reportsKept);
        this.thread = new Thread(this::tellAll, "interop-listener");
        thread.setDaemon(true);
        thread.start();
    }

    /** The run's end waits for this listener, and it hears every report: who reports waits while there is no room. */
    static ListenerQueue patient(RunListener listener) {
        return new ListenerQueue(listener, FOR_EVER, REPORTS_KEPT);
    }

    /** The run's end waits so long for this listener, and nothing else does: reports that there is no room for are left out. */
    static ListenerQueue limited(RunListener listener, Duration limit) {
        return limited(listener, limit, REPORTS_KEPT);
    }

    static ListenerQueue limited(RunListener listener, Duration limit, int reportsKept) {
        return new ListenerQueue(listener, limit, reportsKept);
    }

    private void tellAll() {
        try {
            while (!closed.get()) {
                calls.take().run();
            }
        } catch (InterruptedException e) {
            // It is closed.
        }
    }

    private void add(Consumer<RunListener> call) {
        calls.add(() -> tell(call));
    }

    private void tell(Consumer<RunListener> call) {
        if (failure.get() == null) {
            try {
                call.accept(listener);
            } catch (RuntimeException | Error e) {
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
        if (limit.equals(FOR_EVER)) {
            room.acquireUninterruptibly();
        } else if (!room.tryAcquire()) {
            return;
        }
        calls.add(() -> {
            room.release();
            tell(it -> it.cellReported(cell, report));
        });
    }

    @Override
    public void cellRecorded(Cell cell) {
        add(it -> it.cellRecorded(cell));
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

    /** Waits until everything so far is told, or for the limit. Returns whether it is. */
    boolean await() {
        var told = new CountDownLatch(1);
        calls.add(told::countDown);
        var interrupted = false;
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return told.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // A run that was cancelled has an end, too, of which listeners are to hear.
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
     * @throws IllegalStateException when the listener failed; it has not been told anything since
     */
    void check() {
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a listener of the run failed", failed);
        }
    }

    /** Tells nothing more; a call that takes too long is interrupted. */
    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
    }
}
