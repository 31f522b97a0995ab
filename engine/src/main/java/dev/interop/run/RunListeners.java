package dev.interop.run;

import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Passes each event to several listeners, one call at a time. */
final class RunListeners implements RunListener {
    private final List<RunListener> listeners;

    RunListeners(List<RunListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void runStarted(Plan plan, Path folder) {
        call(it -> it.runStarted(plan, folder));
    }

    @Override
    public void probed(ComplianceProbe probe) {
        call(it -> it.probed(probe));
    }

    @Override
    public void cellStarted(Cell cell) {
        call(it -> it.cellStarted(cell));
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        call(it -> it.cellReported(cell, report));
    }

    @Override
    public void cellRecorded(Cell cell) {
        call(it -> it.cellRecorded(cell));
    }

    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        call(it -> it.cellPutOff(cell, attempt));
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        call(it -> it.cellEnded(cell, result));
    }

    @Override
    public void runEnded(RunResult result) {
        call(it -> it.runEnded(result));
    }

    @Override
    public void runBrokeOff(RunResult result) {
        call(it -> it.runBrokeOff(result));
    }

    @Override
    public void note(String line) {
        call(it -> it.note(line));
    }

    private synchronized void call(Consumer<RunListener> call) {
        listeners.forEach(call);
    }
}
