package dev.interop.cli.site;

import dev.interop.result.CellResult;
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
 * What is different in a later run.
 *
 * @param broken cells that passed and no longer do
 * @param fixed cells that pass and did not
 * @param other cells that came out in another way, neither green
 * @param added cells that the earlier run did not have
 * @param gone ids of cells that the later run does not have
 */
@API(status = Status.INTERNAL)
public record RunDiff(
        List<Change> broken, List<Change> fixed, List<Change> other, List<CellResult> added, List<String> gone) {
    /**
     * A cell that came out differently.
     *
     * @param before how it came out
     * @param now the cell
     */
    public record Change(Outcome before, CellResult now) {}

    /** Compares; a cell that one of the two did not run is no change. */
    public static RunDiff of(PastRun before, Collection<CellResult> now) {
        var diff = new RunDiff(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
        } else if (was == Outcome.SUCCEEDED) {
            broken.add(change);
        } else {
            other.add(change);
        }
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return broken.isEmpty() && fixed.isEmpty() && other.isEmpty() && added.isEmpty() && gone.isEmpty();
    }
}
