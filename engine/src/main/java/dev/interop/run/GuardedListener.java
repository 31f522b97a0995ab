package dev.interop.run;

import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Catches everything that a listener throws. The first exception is noted, and the listener still receives later
 * events.
 */
final class GuardedListener implements RunListener {
    private static final System.Logger LOG = System.getLogger(GuardedListener.class.getName());

    private final RunListener listener;
    private final Consumer<String> notes;
    private final AtomicBoolean noted = new AtomicBoolean();

    /**
     * @param notes accepts lines of text for the user
     */
    GuardedListener(RunListener listener, Consumer<String> notes) {
        this.listener = listener;
        this.notes = notes;
    }

    @Override
    public void runStarted(Plan plan, Path folder) {
        call("runStarted", it -> it.runStarted(plan, folder));
    }

    @Override
    public void probed(ComplianceProbe probe) {
        call("probed", it -> it.probed(probe));
    }

    @Override
    public void cellStarted(Cell cell) {
        call("cellStarted", it -> it.cellStarted(cell));
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        call("cellReported", it -> it.cellReported(cell, report));
    }

    @Override
    public void cellRecorded(Cell cell) {
        call("cellRecorded", it -> it.cellRecorded(cell));
    }

    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        call("cellPutOff", it -> it.cellPutOff(cell, attempt));
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        call("cellEnded", it -> it.cellEnded(cell, result));
    }

    @Override
    public void runEnded(RunResult result) {
        call("runEnded", it -> it.runEnded(result));
    }

    @Override
    public void runBrokeOff(RunResult result) {
        call("runBrokeOff", it -> it.runBrokeOff(result));
    }

    @Override
    public void note(String line) {
        call("note", it -> it.note(line));
    }

    // Third-party code may also throw an Error, for example for a missing class, or a checked exception that its
    // language
    // does not declare; it must not end the run either.
    private void call(String method, Consumer<RunListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            if (noted.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.DEBUG, "a listener failed", e);
                notes.accept("listener %s failed in %s, which does not change the run: %s"
                        .formatted(listener.getClass().getName(), method, e));
            }
        } finally {
            // An interrupt of this listener's doing must not reach the next one.
            Thread.interrupted();
        }
    }
}
