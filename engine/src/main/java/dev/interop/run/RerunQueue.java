package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.storage.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells whose attempts do not count, and which wait to be run again. The last attempt of a cell counts; the others are kept as earlier ones. Safe for use by
 * several threads.
 */
final class RerunQueue {
    private final RunFolder folder;
    private final RunListener listener;
    private final CellResults results;
    private final Map<Cell, CellResult> waiting = new LinkedHashMap<>();
    private final Map<String, List<EarlierAttempt>> earlier = new HashMap<>();

    RerunQueue(RunFolder folder, RunListener listener, CellResults results) {
        this.folder = folder;
        this.listener = listener;
        this.results = results;
    }

    /** The result of an attempt, compared with what is known of the cell. */
    CellResult compared(Cell cell, CellResult attempt) {
        return results.compared(cell, attempt);
    }

    /** Ends the cell with the result of an attempt, unless the cell is to be run again. */
    void ended(Cell cell, CellResult attempt) {
        var again = Rerun.of(attempt).filter(it -> it.allows(times(cell, it)));
        if (again.isPresent()) {
            putOff(cell, attempt);
        } else {
            end(cell, attempt);
        }
    }

    private synchronized long times(Cell cell, Rerun reason) {
        return before(cell).stream()
                .filter(it -> it.reason().code().equals(reason.code()))
                .count();
    }

    private void putOff(Cell cell, CellResult attempt) {
        synchronized (this) {
            waiting.put(cell, attempt);
        }
        listener.cellPutOff(cell, attempt);
    }

    private void end(Cell cell, CellResult attempt) {
        List<EarlierAttempt> before;
        synchronized (this) {
            before = List.copyOf(before(cell));
        }
        results.end(cell, attempt.after(before));
    }

    private List<EarlierAttempt> before(Cell cell) {
        return earlier.getOrDefault(cell.id(), List.of());
    }

    /** Whether cells wait to be run again for one of these reasons. */
    synchronized boolean isWaiting(Set<Rerun> reasons) {
        return waiting.values().stream().anyMatch(it -> isFor(it, reasons));
    }

    /** The cell that has waited longest to be run again for one of these reasons. Its recording is put aside. */
    synchronized Optional<Cell> next(Set<Rerun> reasons) {
        var next = waiting.entrySet().stream()
                .filter(it -> isFor(it.getValue(), reasons))
                .map(Map.Entry::getKey)
                .findFirst();
        next.ifPresent(this::putAside);
        return next;
    }

    private static boolean isFor(CellResult attempt, Set<Rerun> reasons) {
        return Rerun.of(attempt).filter(reasons::contains).isPresent();
    }

    private void putAside(Cell cell) {
        var attempt = waiting.remove(cell);
        var before = earlier.computeIfAbsent(cell.id(), it -> new ArrayList<>());
        before.add(new EarlierAttempt(
                attempt.verdict().outcome(), attempt.verdict().reason(), folder.putAside(cell, before.size() + 1)));
    }

    /** Ends all cells that still wait, with their last attempts. */
    void settle() {
        Map<Cell, CellResult> left;
        synchronized (this) {
            left = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        left.forEach(this::end);
    }
}
