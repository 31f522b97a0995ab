package dev.interop.report;

import dev.interop.Printable;
import dev.interop.plan.Seeds;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import dev.interop.verdict.Proof;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A run as text for a terminal or a log: the matrix, the cells that did not succeed, the counts. */
@API(status = Status.INTERNAL)
public final class TerminalMatrix {
    private static final String GAP = "   ";
    /** The headline already contains these lines. */
    private static final List<String> SHOWN = List.of("known", "rule", "whose", "replay");

    /** The matrix shows all of them, and matrix.md has a card for each. */
    private static final int MOST_NAMED = 8;

    private final Colour colour;
    private final int columns;
    private final Legend marks;

    /**
     * @param colour whether to use colour; no information depends on colour alone
     * @param columns the terminal's width; servers that do not fit go into another table below
     * @param charset the terminal's; signs that it cannot show are replaced
     */
    public TerminalMatrix(Colour colour, int columns, Charset charset) {
        this.colour = colour;
        this.columns = columns;
        this.marks = Legend.in(charset);
    }

    /**
     * The text, with a line end at its end.
     *
     * @param repetition how the reader runs a cell again
     */
    public String text(RunResult run, Repetition repetition) {
        var view = new MatrixView(run);
        var out = new StringBuilder();
        for (var group : view.groups()) {
            if (!group.title().isEmpty()) {
                out.append(Printable.of(group.title())).append('\n');
            }
            var groupView = new MatrixView(group.run());
            for (var servers : blocks(group.run(), groupView)) {
                table(out, group.run(), groupView, servers);
                out.append('\n');
            }
        }
        out.append(marks.legend(view)).append('\n').append(view.letters()).append("\n\n");
        measured(out, view);
        var cells = CellsByEndpoint.of(run.cells());
        for (var status : List.of(CellStatus.FAILED, CellStatus.ERROR, CellStatus.UNDECIDED)) {
            FailureSignature.all(view.cells(status)).forEach(it -> cards(out, it, cells, repetition));
        }
        List.of(CellStatus.STALE, CellStatus.FLAKY, CellStatus.KNOWN).forEach(it -> known(out, view.cells(it)));
        var peerMarks = PeerMark.of(run.cells());
        peerMarks.stream()
                .limit(MOST_NAMED)
                .forEach(it -> out.append(marks.shown("All peers  " + Printable.of(it.text())))
                        .append('\n'));
        if (peerMarks.size() > MOST_NAMED) {
            out.append("All peers  and %s more, see matrix.md%n".formatted(peerMarks.size() - MOST_NAMED));
        }
        return out.append(view.counts())
                .append(" in ")
                .append(view.duration())
                .append(", seed ")
                .append(Seeds.format(run.seed()))
                .append('\n')
                .toString();
    }

    private void measured(StringBuilder out, MatrixView view) {
        var cells = view.measured();
        var width = cells.stream()
                .mapToInt(it -> FailureCard.title(it).length())
                .max()
                .orElse(0);
        for (var cell : cells) {
            var it = cell.measurement().orElseThrow();
            out.append(marks.shown(padded(FailureCard.title(cell), width) + "   " + it.text() + ", "
                            + it.values().size() + (it.values().size() == 1 ? " repetition" : " repetitions")))
                    .append('\n');
        }
        out.append(cells.isEmpty() ? "" : "\n");
    }

    private void table(StringBuilder out, RunResult run, MatrixView view, List<Implementation> servers) {
        var first = nameWidth(run.clients());
        var row = new StringBuilder(" ".repeat(first));
        servers.forEach(it -> row.append(GAP).append(padded(name(it), width(run, view, it))));
        out.append(row.toString().stripTrailing()).append('\n');
        for (var client : run.clients()) {
            row.setLength(0);
            row.append(padded(name(client), first));
            for (var server : servers) {
                row.append(GAP).append(field(run, view, client, server));
                row.append(" ".repeat(width(run, view, server) - lettersWidth(run.tests(), view)));
            }
            out.append(row.toString().stripTrailing()).append('\n');
        }
    }

    private String field(RunResult run, MatrixView view, Implementation client, Implementation server) {
        var tokens = new ArrayList<String>();
        for (var test : run.tests()) {
            var letter = Printable.of(test.letter());
            var width = letter.length() + signWidth(view);
            tokens.add(view.shown(client, server, test)
                    .map(it -> colour.of(it.status(), padded(marks.of(it, letter), width)))
                    .orElse(" ".repeat(width)));
        }
        return String.join(" ", tokens);
    }

    /** Appends the card of the first cell and the names of the others with the same failure. */
    private void cards(StringBuilder out, List<CellResult> same, CellsByEndpoint cells, Repetition repetition) {
        card(out, same.get(0).status(), FailureCard.of(same.get(0), cells, repetition));
        if (same.size() > 1) {
            var others = same.stream()
                    .skip(1)
                    .limit(MOST_NAMED)
                    .map(FailureCard::title)
                    .collect(Collectors.joining("; "));
            out.append("    and the same in ")
                    .append(same.size() - 1)
                    .append(same.size() == 2 ? " more cell: " : " more cells: ")
                    .append(marks.shown(others))
                    .append(marks.shown(same.size() - 1 > MOST_NAMED ? "; …" : ""))
                    .append('\n');
        }
    }

    private void card(StringBuilder out, CellStatus status, FailureCard card) {
        var sign = colour.of(status, marks.of(status, ""));
        out.append(sign).append(' ').append(marks.shown(card.title() + "   " + card.headline()));
        out.append('\n');
        card.lines().stream()
                .filter(it -> SHOWN.contains(it.label()))
                .forEach(it -> out.append("    ").append(marks.shown(it.text())).append('\n'));
    }

    /** Appends a line for each cell that is known, with what is known. */
    private void known(StringBuilder out, List<CellResult> cells) {
        for (var cell : cells) {
            var sign = colour.of(cell.status(), marks.of(cell.status(), ""));
            out.append(sign)
                    .append(' ')
                    .append(marks.shown(FailureCard.title(cell) + "   " + KnownCells.text(cell)))
                    .append('\n');
        }
    }

    /** Splits the servers into tables that fit; each table has at least one server. */
    private List<List<Implementation>> blocks(RunResult run, MatrixView view) {
        var blocks = new ArrayList<List<Implementation>>();
        var block = new ArrayList<Implementation>();
        var used = nameWidth(run.clients());
        for (var server : run.servers()) {
            var more = GAP.length() + width(run, view, server);
            if (!block.isEmpty() && used + more > columns) {
                blocks.add(List.copyOf(block));
                block.clear();
                used = nameWidth(run.clients());
            }
            block.add(server);
            used += more;
        }
        blocks.add(block);
        return blocks;
    }

    private static int width(RunResult run, MatrixView view, Implementation server) {
        return Math.max(name(server).length(), lettersWidth(run.tests(), view));
    }

    private static int lettersWidth(List<TestCase> tests, MatrixView view) {
        return tests.stream()
                        .map(it -> Printable.of(it.letter()))
                        .collect(Collectors.joining(" "))
                        .length()
                + tests.size() * signWidth(view);
    }

    /** Space after each letter, if a pass in the run is not proven, or of an earlier one. */
    private static int signWidth(MatrixView view) {
        var doubts = view.proofs().stream().anyMatch(it -> it != Proof.PROVEN) ? 1 : 0;
        return doubts + (view.hasReused() ? 1 : 0);
    }

    private static int nameWidth(List<Implementation> implementations) {
        return implementations.stream().mapToInt(it -> name(it).length()).max().orElse(0);
    }

    private static String name(Implementation implementation) {
        return Printable.of(implementation.name());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
