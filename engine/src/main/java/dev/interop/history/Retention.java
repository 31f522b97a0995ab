package dev.interop.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a compaction keeps: all cells of the newest runs, the newest results of each cell that ran, and of each cell one
 * whole result.
 */
final class Retention {
    /** A month of nightly runs. */
    static final int RUNS = 30;

    /** Enough to tell a cell that fails in one run of twenty from one that does not. */
    static final int RESULTS = 100;

    private final History history;
    private final Set<String> newest = new HashSet<>();

    private Retention(History history) {
        this.history = history;
        var runs = history.runs();
        runs.subList(Math.max(0, runs.size() - RUNS), runs.size()).forEach(it -> newest.add(it.name()));
    }

    static Retention of(History history) {
        return new Retention(history);
    }

    /** The lines of what is kept, in the order of time. */
    List<String> lines() {
        var byRun = new HashMap<String, List<CellEntry>>();
        history.keys()
                .forEach(key -> kept(history.of(key))
                        .forEach(it -> byRun.computeIfAbsent(it.run(), run -> new ArrayList<>())
                                .add(it)));
        var lines = new ArrayList<String>();
        for (var run : history.runs()) {
            var cells = byRun.getOrDefault(run.name(), List.of());
            if (!cells.isEmpty()) {
                lines.add(HistoryLine.write(new HistoryLine.Begin(run)));
                cells.forEach(it -> lines.add(HistoryLine.write(new HistoryLine.Cell(it))));
                lines.add(HistoryLine.write(new HistoryLine.End(run.name(), cells.size())));
            }
        }
        return lines;
    }

    /** Of one cell's entries, the oldest first, those to keep. */
    private List<CellEntry> kept(List<CellEntry> entries) {
        var kept = new ArrayList<CellEntry>();
        var whole = newestResult(entries);
        var ran = 0;
        for (var i = entries.size() - 1; i >= 0; i--) {
            var entry = entries.get(i);
            ran += entry.ran() ? 1 : 0;
            if (newest.contains(entry.run()) || entry.ran() && ran <= RESULTS) {
                kept.add(0, whole.filter(entry::equals).isPresent() ? entry : entry.withoutResult());
            }
        }
        return kept;
    }

    /** The newest whole result. An older one would not be used again. */
    private static Optional<CellEntry> newestResult(List<CellEntry> entries) {
        return entries.stream().filter(it -> it.result().isPresent()).reduce((older, newer) -> newer);
    }
}
