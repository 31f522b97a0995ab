package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.verdict.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The results of the cells so far. Safe for use by several threads. */
final class CellResults {
    private final RunListener listener;
    private final Map<String, CellResult> results = new ConcurrentHashMap<>();

    CellResults(RunListener listener) {
        this.listener = listener;
    }

    /** Ends a cell with its result. */
    void end(Cell cell, CellResult result) {
        results.put(cell.id(), result);
        listener.cellEnded(cell, result);
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
