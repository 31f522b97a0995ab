package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Seeds;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.storage.RunFolder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells that wait to be run again, because their attempts do not count or because chance decides them. The last
 * attempt of a cell counts, in the latter case with those before it; all are kept. Safe for use by several threads.
 */
final class RerunQueue {
    private final RunFolder folder;
    private final RunListener listener;
    private final CellResults results;
    private final Retries retries;
    private final Map<Cell, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, List<EarlierAttempt>> earlier = new HashMap<>();
    /** Cell id → the last attempt that counts, with its recording where it was put aside. */
    private final Map<String, CellResult> counting = new HashMap<>();

    private record Waiting(CellResult attempt, Rerun reason) {}

    RerunQueue(RunFolder folder, RunListener listener, CellResults results, Retries retries) {
        this.retries = retries;
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
            putOff(cell, attempt, again.get());
        } else if (retries.again(cell, attempt, earlier(cell))) {
            putOff(cell, attempt, Rerun.CHANCE);
        } else {
            end(cell, attempt);
        }
    }

    private synchronized List<EarlierAttempt> earlier(Cell cell) {
        return List.copyOf(before(cell));
    }

    private synchronized long times(Cell cell, Rerun reason) {
        return before(cell).stream()
                .filter(it -> reason.isFor(it.reason().code()))
                .count();
    }

    private void putOff(Cell cell, CellResult attempt, Rerun reason) {
        synchronized (this) {
            waiting.put(cell, new Waiting(attempt, reason));
        }
        listener.cellPutOff(cell, attempt);
    }

    /** Ends the cell with this result, after its earlier attempts. If it was not run, the last one that counts stays. */
    void end(Cell cell, CellResult attempt) {
        var before = earlier(cell);
        var counts = attempt.verdict().outcome() == Outcome.SKIPPED ? counting(cell) : Optional.<CellResult>empty();
        results.end(
                cell,
                counts.map(it -> notRunAgain(it, before, attempt.verdict().reason()))
                        .orElseGet(() -> retries.decided(attempt, before).after(before)));
    }

    private synchronized Optional<CellResult> counting(Cell cell) {
        return Optional.ofNullable(counting.get(cell.id()));
    }

    /** The result of an attempt that counts, since a further one could not be made. */
    private CellResult notRunAgain(CellResult attempt, List<EarlierAttempt> all, Reason why) {
        var before =
                all.stream().filter(it -> !it.logs().equals(attempt.logs())).toList();
        var decided = retries.decided(attempt, before);
        var reason = decided.verdict().reason();
        var text = reason.text() + "; not run again: " + why.text();
        return decided.with(decided.verdict().with(new Reason(reason.code(), text)))
                .after(before);
    }

    private List<EarlierAttempt> before(Cell cell) {
        return earlier.getOrDefault(cell.id(), List.of());
    }

    /** Whether cells wait to be run again for one of these reasons. */
    synchronized boolean isWaiting(Set<Rerun> reasons) {
        return waiting.values().stream().anyMatch(it -> reasons.contains(it.reason()));
    }

    /** The cell that has waited longest to be run again for one of these reasons. Its recording is put aside. */
    synchronized Optional<Cell> next(Set<Rerun> reasons) {
        return waitingFor(reasons).stream().findFirst().map(this::taken);
    }

    /** All cells that wait for one of these reasons. Their recordings are put aside. */
    synchronized List<Cell> all(Set<Rerun> reasons) {
        return waitingFor(reasons).stream().map(this::taken).toList();
    }

    private List<Cell> waitingFor(Set<Rerun> reasons) {
        return waiting.entrySet().stream()
                .filter(it -> reasons.contains(it.getValue().reason()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes a cell out; one that chance decides gets other random values. */
    private Cell taken(Cell cell) {
        var it = waiting.remove(cell);
        var before = earlier.computeIfAbsent(cell.id(), id -> new ArrayList<>());
        var verdict = it.attempt().verdict();
        var isChance = it.reason() == Rerun.CHANCE;
        var aside = folder.putAside(cell, before.size() + 1);
        if (isChance) {
            counting.put(cell.id(), it.attempt().movedTo(aside));
        }
        before.add(new EarlierAttempt(
                verdict.outcome(),
                verdict.reason(),
                aside,
                Optional.of(Seeds.format(it.attempt().seed())).filter(seed -> isChance)));
        return isChance ? cell.attempt(before.size() + 1) : cell;
    }

    /** Ends all cells that still wait, with their last attempts. */
    void settle() {
        Map<Cell, Waiting> left;
        synchronized (this) {
            left = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        left.forEach((cell, it) -> end(cell, it.attempt()));
    }
}
