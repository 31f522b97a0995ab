package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;

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

    private static String of(Finding it) {
        var rule = it.section().isEmpty() ? it.rule() : it.rule() + " · " + it.section();
        return FailureCard.oneLine(rule + ": " + withoutNumbers(it.seen()));
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b", "#").replaceAll("\\d+([.,:]\\d+)*", "#");
    }
}
