package dev.interop.cli.site;

import dev.interop.cli.site.PastRun.PastCell;
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
 * @param broken cells that passed and no longer do, or whose failure was known and is news now
 * @param fixed cells that pass and did not
 * @param other cells whose outcome changed and is a pass in neither run, or that fail as is known of them now
 * @param stale cells that pass, and whose entry in the expectations is wrong now
 * @param added cells that the earlier run did not have
 * @param gone ids of cells that the later run does not have
 * @param flaky cells of the later run that both passed and failed, or are known to
 * @param leftOut cells that the earlier run knows and the later one did not run
 */
@API(status = Status.INTERNAL)
public record RunDiff(
        List<Change> broken,
        List<Change> fixed,
        List<Change> other,
        List<CellResult> stale,
        List<CellResult> added,
        List<String> gone,
        List<CellResult> flaky,
        List<CellResult> leftOut) {
    /**
     * A cell that came out otherwise.
     *
     * @param before what it came out as in the earlier run
     * @param now the cell in the later run
     */
    public record Change(CellStatus before, CellResult now) {}

    /** Compares two runs; a cell that was not run in one of them, or is flaky, is no change. */
    public static RunDiff of(PastRun before, Collection<CellResult> now) {
        var diff = new RunDiff(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                of(CellStatus.STALE, now),
                new ArrayList<>(),
                new ArrayList<>(),
                of(CellStatus.FLAKY, now),
                of(CellStatus.SKIPPED, now).stream()
                        .filter(it -> before.outcome(it.id())
                                .filter(was -> was != Outcome.SKIPPED)
                                .isPresent())
                        .toList());
        for (var cell : now) {
            var was = before.cell(cell.id());
            if (was.isEmpty()) {
                diff.added.add(cell);
            } else {
                diff.compare(was.get(), cell);
            }
        }
        Map<String, CellResult> known = now.stream().collect(Collectors.toMap(CellResult::id, Function.identity()));
        before.cells().keySet().stream().filter(it -> !known.containsKey(it)).forEach(diff.gone::add);
        return diff;
    }

    private static List<CellResult> of(CellStatus status, Collection<CellResult> cells) {
        return cells.stream().filter(it -> it.status() == status).toList();
    }

    private void compare(PastCell was, CellResult cell) {
        var is = cell.verdict().outcome();
        var isSame = was.outcome() == is;
        if (was.outcome() == Outcome.SKIPPED || is == Outcome.SKIPPED || isSame && !isOtherNews(was, cell)) {
            return;
        }
        var change = new Change(was.status(), cell);
        if (is == Outcome.SUCCEEDED) {
            fixed.add(change);
        } else if ((isSame || was.outcome() == Outcome.SUCCEEDED) && !KnownCells.isOne(cell)) {
            broken.add(change);
        } else {
            other.add(change);
        }
    }

    /** Whether it failed in both runs and only one of them knew that it would. */
    private static boolean isOtherNews(PastCell was, CellResult cell) {
        return was.outcome() == Outcome.FAILED
                && (was.status() == CellStatus.FAILED) != (cell.status() == CellStatus.FAILED);
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
