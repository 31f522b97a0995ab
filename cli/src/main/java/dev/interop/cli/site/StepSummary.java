package dev.interop.cli.site;

import dev.interop.report.FailureSignature;
import dev.interop.report.KnownCells;
import dev.interop.report.Markdown;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A short summary of a run in Markdown, for a CI system's page: a table for each protocol, and the reasons, the most
 * common first.
 */
@API(status = Status.INTERNAL)
public final class StepSummary {
    private static final int MOST_SIGNATURES = 20;
    private static final int MOST_CELLS = 5;

    private final StringBuilder out = new StringBuilder();

    private StepSummary() {}

    /** Returns the text, which ends with a line end. */
    public static String text(Collection<CellResult> cells) {
        var summary = new StepSummary();
        cells.stream()
                .collect(Collectors.groupingBy(it -> MatrixKey.of(it).name(), TreeMap::new, Collectors.toList()))
                .forEach(summary::protocol);
        summary.signatures(cells);
        for (var it : List.of(CellStatus.STALE, CellStatus.FLAKY, CellStatus.KNOWN)) {
            summary.known(it, cells);
        }
        return summary.out.toString();
    }

    /** Returns the list of cells that passed only when they were run again; empty without any. */
    public static String flaky(Collection<CellResult> cells) {
        var lines = cells.stream()
                .map(it -> "- " + Markdown.code(it.id()) + "\n")
                .sorted()
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n## Flaky: passed only when run again\n\n" + lines;
    }

    private void protocol(String name, List<CellResult> cells) {
        out.append("## ")
                .append(Markdown.text(name))
                .append("\n\n")
                .append(counts(cells))
                .append(unproven(cells))
                .append(reused(cells))
                .append(".\n\n");
        var clients = cells.stream().map(CellResult::client).distinct().toList();
        var servers = cells.stream().map(CellResult::server).distinct().toList();
        out.append("| client ↓ server → |");
        servers.forEach(it -> out.append(' ').append(Markdown.text(it)).append(" |"));
        out.append("\n|---|").append("---|".repeat(servers.size())).append('\n');
        for (var client : clients) {
            out.append("| **").append(Markdown.text(client)).append("** |");
            for (var server : servers) {
                var pair = cells.stream()
                        .filter(it -> it.client().equals(client) && it.server().equals(server))
                        .toList();
                out.append(' ').append(field(pair)).append(" |");
            }
            out.append('\n');
        }
        out.append('\n');
    }

    /** The field of a pair: the number of passed and of decided cells, and the failed ones. */
    private static String field(List<CellResult> pair) {
        var decided = pair.stream()
                .filter(it -> List.of(Outcome.SUCCEEDED, Outcome.FAILED)
                        .contains(it.verdict().outcome()))
                .toList();
        if (pair.isEmpty()) {
            return "";
        }
        var failed = decided.stream()
                .filter(it -> it.status().failsBuild())
                .map(it -> Markdown.text(it.cell().title()))
                .toList();
        var passed = decided.stream()
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED)
                .count();
        var count = passed + "/" + decided.size();
        return failed.isEmpty() ? count : count + " ✕ " + String.join(", ", failed);
    }

    private void signatures(Collection<CellResult> cells) {
        var signatures = cells.stream()
                .filter(it -> List.of(CellStatus.FAILED, CellStatus.ERROR, CellStatus.UNDECIDED)
                        .contains(it.status()))
                .collect(Collectors.groupingBy(FailureSignature::key));
        if (signatures.isEmpty()) {
            return;
        }
        out.append("## Why\n\n");
        signatures.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> b.size() - a.size()))
                .limit(MOST_SIGNATURES)
                .forEach(it -> signature(FailureSignature.shared(it.getValue()), it.getValue()));
        if (signatures.size() > MOST_SIGNATURES) {
            out.append("- and ").append(signatures.size() - MOST_SIGNATURES).append(" more reasons\n");
        }
    }

    private void signature(String text, List<CellResult> cells) {
        out.append("- ")
                .append(cells.size())
                .append(" × ")
                .append(Markdown.text(text))
                .append(": ");
        out.append(cells.stream()
                .limit(MOST_CELLS)
                .map(it -> Markdown.code(it.id()))
                .collect(Collectors.joining(", ")));
        out.append(cells.size() > MOST_CELLS ? ", …\n" : "\n");
    }

    /** Lists the cells of a status that expectations or repeated attempts gave them. */
    private void known(CellStatus status, Collection<CellResult> cells) {
        var some = cells.stream().filter(it -> it.status() == status).toList();
        if (some.isEmpty()) {
            return;
        }
        var heading = status.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + status.label().substring(1);
        out.append("\n## ").append(heading).append("\n\n");
        some.stream()
                .limit(MOST_SIGNATURES)
                .forEach(it -> out.append("- ")
                        .append(Markdown.code(it.id()))
                        .append(": ")
                        .append(Markdown.text(KnownCells.text(it)))
                        .append('\n'));
        if (some.size() > MOST_SIGNATURES) {
            out.append("- and ").append(some.size() - MOST_SIGNATURES).append(" more\n");
        }
    }

    /** The number of cells that were not run, since an earlier result stands for them. */
    private static String reused(List<CellResult> cells) {
        var count = cells.stream().filter(it -> it.reused().isPresent()).count();
        return count == 0 ? "" : "; " + count + " of these results are of earlier runs, since nothing has changed";
    }

    /** The number of passes that are claimed but not proven. */
    private static String unproven(List<CellResult> cells) {
        var count = cells.stream()
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED)
                .filter(it -> it.verdict()
                        .claim()
                        .flatMap(Claim::proof)
                        .filter(proof -> proof != Proof.PROVEN)
                        .isPresent())
                .count();
        return count == 0 ? "" : "; " + count + " of the passes claimed by the client and not proven on the wire";
    }

    private static String counts(List<CellResult> cells) {
        return Arrays.stream(CellStatus.values())
                .map(it -> Map.entry(
                        it, cells.stream().filter(cell -> cell.status() == it).count()))
                .filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " " + it.getKey().label())
                .collect(Collectors.joining(", "));
    }
}
