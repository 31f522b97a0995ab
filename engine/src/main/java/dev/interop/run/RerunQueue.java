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
import java.util.stream.Stream;

/**
 * The cells that wait to be run again, because their attempts do not count or because chance decides them. The last
 * attempt of a cell counts, in the latter case with those before it, by which {@link Retries} decides; all are kept. Safe
 * for use by several threads.
 */
final class RerunQueue {
    private final RunFolder folder;
    private final RunListener listener;
    private final CellResults results;
    private final Retries retries;
    private final Map<Cell, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, List<EarlierAttempt>> earlier = new HashMap<>();
    /** Cell id → the attempts that chance decides and that count, as they were before they were put aside. */
    private final Map<String, List<Counted>> counted = new HashMap<>();

    private record Waiting(CellResult attempt, Rerun reason) {}

    /**
     * An attempt that counts.
     *
     * @param number its number among all attempts of its cell, from 1
     */
    private record Counted(CellResult attempt, int number) {}

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
        } else if (retries.again(cell, attempts(cell, attempt))) {
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

    /**
     * Ends the cell with this result, after its earlier attempts. If chance decides the cell, its attempts do that together,
     * and the result is that of the last one that came out so.
     */
    void end(Cell cell, CellResult attempt) {
        if (attempts(cell).isEmpty()) {
            results.end(cell, attempt.after(earlier(cell)));
            return;
        }
        var all = attempts(cell, attempt);
        if (attempt.verdict().outcome() == Outcome.SKIPPED) {
            results.end(cell, notRunAgain(cell, attempt));
        } else if (Retries.counts(attempt) && Retries.deciding(all) != attempt) {
            putAside(cell, attempt, true);
            results.end(cell, takenBack(cell, Retries.deciding(all), all));
        } else {
            results.end(cell, retries.told(attempt, all).after(earlier(cell)));
        }
    }

    private CellResult notRunAgain(Cell cell, CellResult skipped) {
        if (!skipped.logs().isEmpty()) {
            // It was cancelled while it ran.
            putAside(cell, skipped, false);
        }
        var made = attempts(cell);
        var result = takenBack(cell, Retries.deciding(made), made);
        var reason = result.verdict().reason();
        var text =
                reason.text() + "; not run again: " + skipped.verdict().reason().text();
        return result.with(result.verdict().with(new Reason(reason.code(), text)));
    }

    /** The result of an attempt that was put aside, with its recording in the cell's folder, after all others. */
    private synchronized CellResult takenBack(Cell cell, CellResult attempt, List<CellResult> all) {
        var number = counted.get(cell.id()).stream()
                .filter(it -> it.attempt() == attempt)
                .findFirst()
                .orElseThrow()
                .number();
        folder.takeBack(cell, number);
        var others = new ArrayList<>(before(cell));
        others.remove(number - 1);
        return retries.told(attempt, all).after(others);
    }

    /** The attempts before this one that count, and this one. */
    private List<CellResult> attempts(Cell cell, CellResult last) {
        return Stream.concat(attempts(cell).stream(), Stream.of(last)).toList();
    }

    private synchronized List<CellResult> attempts(Cell cell) {
        return counted.getOrDefault(cell.id(), List.of()).stream()
                .map(Counted::attempt)
                .toList();
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
        var isChance = it.reason() == Rerun.CHANCE;
        putAside(cell, it.attempt(), isChance);
        return isChance ? cell.attempt(before(cell).size() + 1) : cell;
    }

    private synchronized void putAside(Cell cell, CellResult attempt, boolean counts) {
        var before = earlier.computeIfAbsent(cell.id(), id -> new ArrayList<>());
        var number = before.size() + 1;
        if (counts) {
            counted.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(new Counted(attempt, number));
        }
        before.add(new EarlierAttempt(
                attempt.verdict().outcome(),
                attempt.verdict().reason(),
                folder.putAside(cell, number),
                Optional.of(Seeds.format(attempt.seed())).filter(seed -> counts)));
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
