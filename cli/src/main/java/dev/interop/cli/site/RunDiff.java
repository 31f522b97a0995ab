package dev.interop.cli.site;

import dev.interop.report.KnownCells;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The differences of a later run from an earlier one.
 *
 * @param broken cells that passed and no longer do
 * @param fixed cells that pass and did not
 * @param other cells whose outcome changed and is a pass in neither run, or that fail as is known of them
 * @param stale cells that pass, and whose entry in the expectations is wrong now
 * @param added cells that the earlier run did not have
 * @param gone ids of cells that the later run does not have
 */
@API(status = Status.INTERNAL)
public record RunDiff(
        List<Change> broken,
        List<Change> fixed,
        List<Change> other,
        List<CellResult> stale,
        List<CellResult> added,
        List<String> gone) {
    /**
     * A cell whose outcome changed.
     *
     * @param before the earlier outcome
     * @param now the cell in the later run
     */
    public record Change(Outcome before, CellResult now) {}

    /** Compares two runs; a cell that was not run in one of them is no change. */
    public static RunDiff of(PastRun before, Collection<CellResult> now) {
        var diff = new RunDiff(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                now.stream().filter(it -> it.status() == CellStatus.STALE).toList(),
                new ArrayList<>(),
                new ArrayList<>());
        for (var cell : now) {
            var was = before.outcome(cell.id());
            if (was.isEmpty()) {
                diff.added.add(cell);
            } else {
                diff.compare(was.get(), cell);
            }
        }
        Map<String, CellResult> known = now.stream().collect(Collectors.toMap(CellResult::id, Function.identity()));
        before.outcomes().keySet().stream().filter(it -> !known.containsKey(it)).forEach(diff.gone::add);
        return diff;
    }

    private void compare(Outcome was, CellResult cell) {
        var is = cell.verdict().outcome();
        if (was == is || was == Outcome.SKIPPED || is == Outcome.SKIPPED) {
            return;
        }
        var change = new Change(was, cell);
        if (is == Outcome.SUCCEEDED) {
            fixed.add(change);
        } else if (was == Outcome.SUCCEEDED && !KnownCells.isOne(cell)) {
            broken.add(change);
        } else {
            other.add(change);
        }
    }

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return broken.isEmpty()
                && fixed.isEmpty()
                && other.isEmpty()
                && stale.isEmpty()
                && added.isEmpty()
                && gone.isEmpty();
    }
}
