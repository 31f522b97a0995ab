package dev.interop.run;

import dev.interop.expectation.Expectations;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.verdict.Verdict;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The results of the cells so far. Safe for use by several threads. */
final class CellResults implements RunListener {
    private final RunListener listener;
    private final Map<String, CellResult> results = new ConcurrentHashMap<>();
    private volatile ComparedCells known = new ComparedCells(Expectations.NONE, LocalDate.EPOCH);

    CellResults(RunListener listener) {
        this.listener = listener;
    }

    /** Compares all results from now on with what is known of the cells. */
    void compareWith(ComparedCells cells) {
        known = cells;
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        known.cellReported(cell, report);
    }

    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        known.cellPutOff(cell, attempt);
    }

    /** Ends a cell with its result. */
    void end(Cell cell, CellResult attempt) {
        var result = compared(cell, attempt);
        results.put(cell.id(), result);
        listener.cellEnded(cell, result);
    }

    /** The result of an attempt, compared with what is known of the cell. */
    CellResult compared(Cell cell, CellResult attempt) {
        return known.compared(cell, attempt);
    }

    /** Ends a cell that was not run. */
    void end(Cell cell, Verdict verdict) {
        end(cell, Results.notRun(cell, verdict));
    }

    /** The cell's result; one with this verdict if it has none yet. */
    CellResult of(Cell cell, Verdict otherwise) {
        return results.computeIfAbsent(cell.id(), id -> Results.notRun(cell, otherwise));
    }

    /** The cell's result. Calling it before its end is a bug. */
    CellResult of(Cell cell) {
        var result = results.get(cell.id());
        if (result == null) {
            throw new IllegalStateException(cell.id() + " has no result");
        }
        return result;
    }
}
