package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.plan.Seeds;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often each cell was red or grey over several runs of one plan: a row for each cell that was red or undecided once,
 * or did not always come out alike.
 *
 * @param seeds the seeds of the runs, in their order
 * @param cells each cell's results, in the order of the runs
 */
record RepeatTable(List<Long> seeds, List<List<Seeded>> cells) {
    private static final Set<Outcome> RED = Set.of(Outcome.FAILED, Outcome.ERROR);
    private static final Set<Outcome> GREY = Set.of(Outcome.UNSUPPORTED, Outcome.UNDECIDED, Outcome.SKIPPED);
    private static final int MOST_SEEDS = 3;

    /**
     * The result of a cell in one of the runs.
     *
     * @param seed the run's seed
     * @param result the result
     */
    record Seeded(long seed, CellResult result) {
        Outcome outcome() {
            return result.verdict().outcome();
        }
    }

    static RepeatTable of(List<RunResult> runs) {
        var byId = new LinkedHashMap<String, List<Seeded>>();
        for (var run : runs) {
            run.cells()
                    .forEach(it -> byId.computeIfAbsent(it.id(), id -> new ArrayList<>())
                            .add(new Seeded(run.seed(), it)));
        }
        return new RepeatTable(runs.stream().map(RunResult::seed).toList(), List.copyOf(byId.values()));
    }

    void print(PrintWriter out) {
        var rows = cells.stream().filter(RepeatTable::isShown).map(this::row).toList();
        out.println();
        out.println("%d runs, %s: %s".formatted(seeds.size(), seedsOfAll(), alike()));
        if (!rows.isEmpty()) {
            var table = new ArrayList<>(List.of(List.of("RED", "GREY", "CELL", "SEEDS", "REASONS")));
            table.addAll(rows);
            new TextTable(table).print(out);
        }
        out.flush();
    }

    private String seedsOfAll() {
        var first = Seeds.format(seeds.get(0));
        return seeds.stream().distinct().count() == 1
                ? "seed " + first
                : "seeds %s to %s".formatted(first, Seeds.format(seeds.get(seeds.size() - 1)));
    }

    /** How many cells came out alike each time, by their outcome; the cells of the rows are named last. */
    private String alike() {
        var counts = cells.stream()
                .filter(it -> !isShown(it))
                .collect(Collectors.groupingBy(it -> it.get(0).outcome(), LinkedHashMap::new, Collectors.counting()));
        var texts = new ArrayList<String>();
        counts.forEach((outcome, count) -> texts.add(count + " " + outcome.label() + " each time"));
        texts.add(cells.stream().filter(RepeatTable::isShown).count() + " red, undecided or changing");
        return String.join(", ", texts);
    }

    private static boolean isShown(List<Seeded> results) {
        var outcomes = outcomes(results).keySet();
        return outcomes.size() > 1
                || outcomes.contains(Outcome.UNDECIDED)
                || outcomes.stream().anyMatch(RED::contains);
    }

    private List<String> row(List<Seeded> results) {
        return List.of(
                share(results, RED),
                share(results, GREY),
                FailureCard.title(results.get(0).result()),
                seeds(results),
                reasons(results));
    }

    private static String share(List<Seeded> results, Set<Outcome> colour) {
        var count = results.stream().filter(it -> colour.contains(it.outcome())).count();
        return count + "/" + results.size();
    }

    /** The seeds with which it did not succeed, for another run. */
    private static String seeds(List<Seeded> results) {
        var all = results.stream()
                .filter(it -> it.outcome() != Outcome.SUCCEEDED)
                .map(it -> Seeds.format(it.seed()))
                .distinct()
                .toList();
        var shown = String.join(", ", all.subList(0, Math.min(MOST_SEEDS, all.size())));
        return all.size() > MOST_SEEDS ? "%s, %d more".formatted(shown, all.size() - MOST_SEEDS) : shown;
    }

    /** The reasons of the results that did not succeed, each with how often it was given. */
    private static String reasons(List<Seeded> results) {
        return results.stream()
                .filter(it -> it.outcome() != Outcome.SUCCEEDED)
                .collect(Collectors.groupingBy(
                        it -> it.outcome().label() + ": " + FailureCard.headline(it.result()),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> it.getValue() + "× " + Printable.of(it.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static Map<Outcome, Long> outcomes(List<Seeded> results) {
        return results.stream()
                .map(Seeded::outcome)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
