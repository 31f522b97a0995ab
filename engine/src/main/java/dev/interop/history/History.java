package dev.interop.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The runs of the past and their cells, as they were read. */
@API(status = Status.INTERNAL)
public final class History {
    private final Map<String, RunEntry> runs;
    private final Map<CellKey, List<CellEntry>> cells;
    private final List<String> damage;

    private History(Map<String, RunEntry> runs, Map<CellKey, List<CellEntry>> cells, List<String> damage) {
        this.runs = runs;
        this.cells = cells;
        this.damage = List.copyOf(damage);
    }

    /** A history without runs. */
    public static History none() {
        return new History.Builder().build();
    }

    /** All runs, the oldest first. */
    public List<RunEntry> runs() {
        return List.copyOf(runs.values());
    }

    /** The run of this name. */
    public Optional<RunEntry> run(String name) {
        return Optional.ofNullable(runs.get(name));
    }

    /** The run of an entry. */
    public RunEntry run(CellEntry entry) {
        return run(entry.run())
                .orElseThrow(() -> new IllegalArgumentException(entry.run() + " is not in this history"));
    }

    /** Every cell that a run has had. */
    public Set<CellKey> keys() {
        return Collections.unmodifiableSet(cells.keySet());
    }

    /** What a cell came out as in each run that had it, the oldest first. */
    public List<CellEntry> of(CellKey key) {
        return Collections.unmodifiableList(cells.getOrDefault(key, List.of()));
    }

    /** The newest entry of a cell that ran. */
    public Optional<CellEntry> newest(CellKey key) {
        var entries = of(key);
        for (var i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).ran()) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** The cells of each run, by the run's name; the oldest run first. */
    public Map<String, List<CellEntry>> byRun() {
        var byRun = new LinkedHashMap<String, List<CellEntry>>();
        runs.keySet().forEach(it -> byRun.put(it, new ArrayList<>()));
        cells.values().forEach(all -> all.forEach(it -> byRun.get(it.run()).add(it)));
        return byRun;
    }

    /** What could not be read, in words for the user; usually nothing. */
    public List<String> damage() {
        return damage;
    }

    /** Collects what files hold. A result that occurs twice counts once. */
    static final class Builder {
        private final Map<String, RunEntry> runs = new HashMap<>();
        private final Map<CellKey, Map<String, CellEntry>> cells = new LinkedHashMap<>();
        /** Text → the same text: most texts occur in every run. */
        private final Map<String, String> texts = new HashMap<>();

        private final List<String> damage = new ArrayList<>();

        void add(HistoryFile file) {
            damage.addAll(file.damage());
            for (var line : file.lines()) {
                if (line instanceof HistoryLine.Begin it) {
                    runs.merge(it.run().name(), it.run(), Builder::better);
                } else if (line instanceof HistoryLine.Cell it) {
                    add(shared(it.cell()));
                }
            }
        }

        void damaged(String text) {
            damage.add(text);
        }

        /** The run as the report knows it, else as it was written; at worst there is only its name. */
        private static RunEntry better(RunEntry one, RunEntry other) {
            return other.report().isPresent() || one.build().isEmpty() ? other : one;
        }

        private void add(CellEntry cell) {
            RunEntry.named(cell.run()).ifPresent(it -> {
                runs.putIfAbsent(it.name(), it);
                cells.computeIfAbsent(cell.key(), key -> new HashMap<>())
                        .merge(cell.run(), cell, (one, other) -> one.result().isPresent() ? one : other);
            });
        }

        private CellEntry shared(CellEntry it) {
            return new CellEntry(
                    shared(it.run()),
                    new CellKey(shared(it.key().cell()), shared(it.key().scenario())),
                    it.outcome(),
                    it.flaky(),
                    it.status(),
                    it.reused(),
                    it.seconds(),
                    it.seed(),
                    it.inputs().map(this::shared),
                    it.details());
        }

        private String shared(String text) {
            return texts.computeIfAbsent(text, it -> it);
        }

        History build() {
            var inOrder = new LinkedHashMap<String, RunEntry>();
            runs.values().stream().sorted(RunEntry.OLDEST_FIRST).forEach(it -> inOrder.put(it.name(), it));
            var ofCells = new LinkedHashMap<CellKey, List<CellEntry>>();
            var order = Comparator.comparing((CellEntry it) -> inOrder.get(it.run()), RunEntry.OLDEST_FIRST);
            cells.forEach((key, entries) ->
                    ofCells.put(key, entries.values().stream().sorted(order).toList()));
            return new History(inOrder, ofCells, damage);
        }
    }
}
