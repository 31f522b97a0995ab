package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What equal failures have in common: the broken rule, else the reason without its numbers. */
public final class Cluster {
    private Cluster() {}

    /** One line of plain text; the same for cells that probably fail for the same cause. */
    public static String of(CellResult cell) {
        return cell.verdict().findings().stream()
                .findFirst()
                .map(Cluster::of)
                .orElseGet(() -> withoutNumbers(
                        FailureCard.oneLine(cell.verdict().reason().text())));
    }

    /** Whether two cells came out the same, for the same reason, and probably for the same cause. */
    public static boolean same(CellResult one, CellResult other) {
        return key(one).equals(key(other));
    }

    /** Those that are the same, together; all in the order in which the first of them comes. */
    static List<List<CellResult>> all(Collection<CellResult> cells) {
        return List.copyOf(cells.stream()
                .collect(Collectors.groupingBy(Cluster::key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static List<String> key(CellResult cell) {
        var verdict = cell.verdict();
        return List.of(verdict.outcome().label(), verdict.reason().code().label(), of(cell));
    }

    private static String of(Finding it) {
        var rule = it.section().isEmpty() ? it.rule() : it.rule() + " · " + it.section();
        return FailureCard.oneLine(rule + ": " + withoutNumbers(it.seen()));
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b", "#").replaceAll("\\d+([.,:]\\d+)*", "#");
    }
}
