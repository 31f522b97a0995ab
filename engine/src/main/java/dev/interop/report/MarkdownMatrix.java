package dev.interop.report;

import dev.interop.plan.Seeds;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes {@code matrix.md}: a run as a readable page. */
@API(status = Status.INTERNAL)
public final class MarkdownMatrix {
    private static final Legend MARKS = Legend.UNICODE;

    /**
     * Writes the page.
     *
     * @param repetition how its readers run a cell again
     * @throws IOException when it cannot be written
     */
    public void write(Path file, RunResult run, Repetition repetition) throws IOException {
        Files.writeString(file, text(run, repetition));
    }

    String text(RunResult run, Repetition repetition) {
        var view = new MatrixView(run);
        var out = new StringBuilder();
        heading(out, run, view);
        matrix(out, run, view);
        peers(out, run);
        measurements(out, view);
        failures(out, run, view, repetition);
        others(out, "Passed, known failing", view.cells(CellStatus.STALE));
        others(out, "Errors", view.cells(CellStatus.ERROR));
        others(out, "Flaky", view.cells(CellStatus.FLAKY));
        others(out, "Known failing", view.cells(CellStatus.KNOWN));
        others(out, "Claimed, not proven", view.unproven());
        others(out, "Undecided", view.cells(CellStatus.UNDECIDED));
        others(out, "Unsupported", view.cells(CellStatus.UNSUPPORTED));
        others(out, "Not run", view.cells(CellStatus.SKIPPED));
        testCases(out, run);
        new MarkdownImages(run).appendTo(out);
        return out.toString();
    }

    private static void heading(StringBuilder out, RunResult run, MatrixView view) {
        out.append("# %s: %s clients × %s servers × %s test cases\n\n"
                .formatted(
                        Markdown.text(run.protocol().title()),
                        run.clients().size(),
                        run.servers().size(),
                        run.tests().size()));
        out.append("%s. Ran from %s for %s, seed %s.\n\n"
                .formatted(
                        capitalised(view.counts()),
                        run.started().truncatedTo(ChronoUnit.SECONDS),
                        view.duration(),
                        Seeds.format(run.seed())));
        ConditionLines.of(run)
                .forEach(it -> out.append(capitalised(Markdown.text(it))).append(".\n\n"));
    }

    private static void matrix(StringBuilder out, RunResult run, MatrixView view) {
        for (var group : view.groups()) {
            if (!group.title().isEmpty()) {
                out.append("**").append(Markdown.text(group.title())).append("**\n\n");
            }
            table(out, group.run(), new MatrixView(group.run()));
        }
        out.append(capitalised(MARKS.legend(view))).append(".\n\n");
    }

    private static void table(StringBuilder out, RunResult run, MatrixView view) {
        out.append("| client ↓ server → |");
        run.servers().forEach(it -> out.append(' ').append(name(it)).append(" |"));
        out.append("\n|---|").append("---|".repeat(run.servers().size())).append('\n');
        for (var client : run.clients()) {
            out.append("| **").append(name(client)).append("** |");
            for (var server : run.servers()) {
                out.append(' ').append(field(run, view, client, server)).append(" |");
            }
            out.append('\n');
        }
        out.append('\n');
    }

    private static String field(RunResult run, MatrixView view, Implementation client, Implementation server) {
        return run.tests().stream()
                .map(test -> view.shown(client, server, test)
                        .map(it -> Markdown.text(MARKS.of(it, test.letter())))
                        .orElse(""))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static void measurements(StringBuilder out, MatrixView view) {
        var measured = view.measured();
        if (measured.isEmpty()) {
            return;
        }
        out.append("## Measured\n\n| cell | mean (± standard deviation) | values |\n|---|---|---|\n");
        for (var cell : measured) {
            var it = cell.measurement().orElseThrow();
            out.append("| %s | %s | %s |\n"
                    .formatted(
                            Markdown.text(FailureCard.title(cell)),
                            Markdown.text(it.text()),
                            Markdown.text(it.valuesText())));
        }
        out.append('\n');
    }

    private static void failures(StringBuilder out, RunResult run, MatrixView view, Repetition repetition) {
        var failed = view.cells(CellStatus.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        out.append("## Failed\n\n");
        var cells = CellsByEndpoint.of(run.cells());
        for (var cell : failed) {
            var card = FailureCard.of(cell, cells, repetition);
            out.append("### ").append(Markdown.text(card.title())).append("\n\n");
            out.append(Markdown.text(card.headline())).append("\n\n");
            MarkdownCard.lines(out, card.lines());
            out.append('\n');
        }
    }

    private static void peers(StringBuilder out, RunResult run) {
        var marks = PeerMark.of(run.cells());
        if (marks.isEmpty()) {
            return;
        }
        out.append("## The same with all peers\n\n");
        marks.forEach(it -> out.append("- ").append(Markdown.text(it.text())).append('\n'));
        out.append('\n');
    }

    private static void others(StringBuilder out, String heading, List<CellResult> cells) {
        if (cells.isEmpty()) {
            return;
        }
        out.append("## ").append(heading).append("\n\n");
        for (var cell : cells) {
            out.append("- **").append(Markdown.text(FailureCard.title(cell))).append("**: ");
            out.append(Markdown.text(
                    KnownCells.isOne(cell)
                            ? KnownCells.text(cell)
                            : cell.verdict().reason().text()));
            out.append(" (").append(cell.verdict().reason().code().label()).append(")\n");
        }
        out.append('\n');
    }

    private static void testCases(StringBuilder out, RunResult run) {
        out.append("## Test cases\n\n| letter | name | about |\n|---|---|---|\n");
        for (TestCase it : run.tests()) {
            out.append("| %s | %s | %s |\n"
                    .formatted(Markdown.text(it.letter()), Markdown.text(it.name()), Markdown.text(it.description())));
        }
        out.append('\n');
    }

    private static String name(Implementation it) {
        return Markdown.text(it.name());
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
