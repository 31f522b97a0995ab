package dev.interop.cli.site;

import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.History;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The runs of the history that a report is compared with, and the report's own runs in the history. */
@API(status = Status.INTERNAL)
public final class PastRuns {
    /** The number of runs that a report shows: a month of nightly runs. */
    static final int MOST = 30;

    private PastRuns() {}

    /**
     * The runs before this one that ran at least half of its cells, the oldest first. Those of one build, or of one
     * report, are one run.
     */
    public static List<PastRun> before(MergedRun now, History history) {
        var matrices = now.results().stream()
                .flatMap(it -> it.cell().matrix().stream())
                .collect(Collectors.toSet());
        var cells = now.results().stream().map(CellResult::id).collect(Collectors.toSet());
        var byRun = history.byRun();
        var groups = new LinkedHashMap<String, List<RunEntry>>();
        history.runs().stream()
                .filter(it -> it.started().isBefore(now.started()))
                .forEach(it -> groups.computeIfAbsent(
                                it.group().isEmpty() ? it.name() : it.group(), name -> new ArrayList<>())
                        .add(it));
        var past = groups.values().stream()
                .map(it -> merged(it, byRun, matrices))
                .filter(it ->
                        2 * it.cells().keySet().stream().filter(cells::contains).count() >= cells.size())
                .sorted(Comparator.comparing(PastRun::started))
                .toList();
        return past.subList(Math.max(0, past.size() - MOST), past.size());
    }

    /**
     * The newest of these runs that a user means. What it left out, such as unchanged cells, is taken from the runs before it.
     *
     * @param past runs, the oldest first
     */
    public static Optional<PastRun> newest(List<PastRun> past, Predicate<PastRun> meant) {
        return IntStream.range(0, past.size())
                .filter(it -> meant.test(past.get(it)))
                .boxed()
                .reduce((older, newer) -> newer)
                .map(it -> past.get(it).after(past.subList(0, it)));
    }

    private static PastRun merged(
            List<RunEntry> runs, Map<String, List<CellEntry>> byRun, Collection<String> matrices) {
        var cells = new LinkedHashMap<String, PastRun.PastCell>();
        for (var run : runs) {
            for (var cell : byRun.get(run.name())) {
                cells.put(id(cell, run.matrix(), matrices), new PastRun.PastCell(cell.outcome(), cell.status()));
            }
        }
        return new PastRun(runs.get(0).started(), cells);
    }

    /** The id of a cell in a report that tells matrices apart, as {@link MergedRun} names them. */
    private static String id(CellEntry cell, String matrix, Collection<String> matrices) {
        var id = cell.key().cell();
        if (matrices.isEmpty()) {
            return id;
        }
        var simple = matrix.substring(matrix.lastIndexOf('.') + 1);
        var slash = id.indexOf('/');
        return "%s (%s)%s"
                .formatted(id.substring(0, slash), matrices.contains(simple) ? simple : matrix, id.substring(slash));
    }

    /**
     * Adds the runs of a report to a history that does not have them yet, such as those of other machines, and remembers
     * which of them are one report.
     *
     * @param known what the history has
     * @throws IOException when the history cannot be written
     */
    public static void remember(HistoryStore store, History known, Collection<StoredRun> runs, Instant report)
            throws IOException {
        for (var run : runs) {
            var own = HistoryStore.runIn(run.folder());
            var entry = own.runs().stream().findFirst().orElseGet(() -> entry(run));
            var reported = runs.size() > 1 ? entry.in("report of " + report) : entry;
            var before = known.run(entry.name());
            if (before.map(RunEntry::group).equals(Optional.of(reported.group()))) {
                continue;
            }
            try (var writer = store.write(reported)) {
                if (before.isEmpty()) {
                    for (var cell : cells(own, entry, run)) {
                        writer.append(cell);
                    }
                }
                writer.end();
            }
        }
    }

    private static RunEntry entry(StoredRun run) {
        Path folder = run.folder().toAbsolutePath().normalize();
        return new RunEntry(run.started(), run.matrix(), EarlierRuns.build(folder), folder.toString());
    }

    private static List<CellEntry> cells(History own, RunEntry entry, StoredRun run) {
        var kept = own.byRun().getOrDefault(entry.name(), List.of());
        return kept.isEmpty()
                ? run.cells().stream()
                        .map(it -> CellEntry.of(entry, CellKey.of(it), it))
                        .toList()
                : kept;
    }
}
