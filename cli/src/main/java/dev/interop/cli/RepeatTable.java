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
 * @param runs the number of runs
 * @param seed the seed of all of them
 * @param cells each cell's results, in the order of the runs
 */
record RepeatTable(int runs, long seed, List<List<CellResult>> cells) {
    private static final Set<Outcome> RED = Set.of(Outcome.FAILED, Outcome.ERROR);
    private static final Set<Outcome> GREY = Set.of(Outcome.UNSUPPORTED, Outcome.UNDECIDED, Outcome.SKIPPED);

    static RepeatTable of(List<RunResult> runs) {
        var byId = new LinkedHashMap<String, List<CellResult>>();
        runs.stream()
                .flatMap(it -> it.cells().stream())
                .forEach(it ->
                        byId.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it));
        return new RepeatTable(runs.size(), runs.get(0).seed(), List.copyOf(byId.values()));
    }

    void print(PrintWriter out) {
        var rows = cells.stream().filter(RepeatTable::isShown).map(this::row).toList();
        out.println();
        out.println("%d runs, seed %s: %s".formatted(runs, Seeds.format(seed), alike()));
        if (!rows.isEmpty()) {
            var table = new ArrayList<>(List.of(List.of("RED", "GREY", "CELL", "REASONS")));
            table.addAll(rows);
            new TextTable(table).print(out);
        }
        out.flush();
    }

    /** How many cells came out alike each time, by their outcome; the cells of the rows are named last. */
    private String alike() {
        var counts = cells.stream()
                .filter(it -> !isShown(it))
                .collect(Collectors.groupingBy(
                        it -> it.get(0).verdict().outcome(), LinkedHashMap::new, Collectors.counting()));
        var texts = new ArrayList<String>();
        counts.forEach((outcome, count) -> texts.add(count + " " + outcome.label() + " each time"));
        texts.add(cells.stream().filter(RepeatTable::isShown).count() + " red, undecided or changing");
        return String.join(", ", texts);
    }

    private static boolean isShown(List<CellResult> results) {
        var outcomes = outcomes(results).keySet();
        return outcomes.size() > 1
                || outcomes.contains(Outcome.UNDECIDED)
                || outcomes.stream().anyMatch(RED::contains);
    }

    private List<String> row(List<CellResult> results) {
        return List.of(share(results, RED), share(results, GREY), FailureCard.title(results.get(0)), reasons(results));
    }

    private static String share(List<CellResult> results, Set<Outcome> colour) {
        var count = results.stream()
                .filter(it -> colour.contains(it.verdict().outcome()))
                .count();
        return count + "/" + results.size();
    }

    /** The reasons of the results that did not succeed, each with how often it was given. */
    private static String reasons(List<CellResult> results) {
        return results.stream()
                .filter(it -> it.verdict().outcome() != Outcome.SUCCEEDED)
                .collect(Collectors.groupingBy(
                        it -> it.verdict().outcome().label() + ": " + FailureCard.headline(it),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> it.getValue() + "× " + Printable.of(it.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static Map<Outcome, Long> outcomes(List<CellResult> results) {
        return results.stream()
                .map(it -> it.verdict().outcome())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
