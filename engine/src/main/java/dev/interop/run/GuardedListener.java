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

/** Keeps what a listener throws from everybody else: it is noted once, and the listener hears what follows. */
final class GuardedListener implements RunListener {
    private static final System.Logger LOG = System.getLogger(GuardedListener.class.getName());

    private final RunListener listener;
    private final Consumer<String> notes;
    private final AtomicBoolean noted = new AtomicBoolean();

    /**
     * @param notes gets a line for people
     */
    GuardedListener(RunListener listener, Consumer<String> notes) {
        this.listener = listener;
        this.notes = notes;
    }

    @Override
    public void runStarted(Plan plan, Path folder) {
        tell("runStarted", it -> it.runStarted(plan, folder));
    }

    @Override
    public void probed(ComplianceProbe probe) {
        tell("probed", it -> it.probed(probe));
    }

    @Override
    public void cellStarted(Cell cell) {
        tell("cellStarted", it -> it.cellStarted(cell));
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        tell("cellReported", it -> it.cellReported(cell, report));
    }

    @Override
    public void cellRecorded(Cell cell) {
        tell("cellRecorded", it -> it.cellRecorded(cell));
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        tell("cellEnded", it -> it.cellEnded(cell, result));
    }

    @Override
    public void runEnded(RunResult result) {
        tell("runEnded", it -> it.runEnded(result));
    }

    @Override
    public void runBrokeOff(RunResult result) {
        tell("runBrokeOff", it -> it.runBrokeOff(result));
    }

    @Override
    public void note(String line) {
        tell("note", it -> it.note(line));
    }

    // A listener is code of somebody else's: a missing class of it (an Error) is no reason to end a run either.
    private void tell(String call, Consumer<RunListener> told) {
        try {
            told.accept(listener);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            if (noted.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.DEBUG, "a listener failed", e);
                notes.accept("listener %s failed in %s and decides nothing: %s"
                        .formatted(listener.getClass().getName(), call, e));
            }
        }
    }
}
