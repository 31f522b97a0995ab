package dev.interop.cli.site;

import dev.interop.report.FailureCard;
import dev.interop.report.KnownCells;
import dev.interop.report.Markdown;
import dev.interop.result.CellResult;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes the differences between two runs as Markdown. */
@API(status = Status.INTERNAL)
public final class MarkdownDiff {
    /**
     * The number of entries in a list: comments and step summaries have a size limit, and longer lists are not read.
     */
    private static final int MOST = 100;

    private final StringBuilder out = new StringBuilder();

    private MarkdownDiff() {}

    /**
     * Returns the text, which ends with a line end.
     *
     * @param before the name of the earlier run
     * @param now the name of the later run
     */
    public static String text(RunDiff diff, String before, String now) {
        var text = new MarkdownDiff();
        text.out.append("# %s compared with %s\n\n".formatted(Markdown.text(now), Markdown.text(before)));
        text.body(diff);
        return text.out.toString();
    }

    private void body(RunDiff diff) {
        if (diff.isEmpty()) {
            out.append("Every cell%s came out as before.\n"
                    .formatted(diff.leftOut().isEmpty() ? "" : " that ran"));
        } else {
            differences(diff);
        }
        var gap = diff.isEmpty() ? "\n" : "";
        if (!diff.leftOut().isEmpty()) {
            out.append(gap)
                    .append("Not run and so not compared: %d cells.\n"
                            .formatted(diff.leftOut().size()));
            gap = "\n";
        }
        if (!diff.flaky().isEmpty()) {
            out.append(gap);
            list("Flaky", diff.flaky().stream().map(MarkdownDiff::cell).toList());
        }
    }

    private void differences(RunDiff diff) {
        out.append("%d new failures, %d fixed, %d other changes, %d new cells, %d gone%s.\n\n"
                .formatted(
                        diff.broken().size(),
                        diff.fixed().size(),
                        diff.other().size(),
                        diff.added().size(),
                        diff.gone().size(),
                        diff.stale().isEmpty() ? "" : ", " + diff.stale().size() + " passed though known failing"));
        changes("New failures", diff.broken());
        list(
                "Passed, known failing",
                diff.stale().stream().map(MarkdownDiff::cell).toList());
        changes("Fixed", diff.fixed());
        changes("Other changes", diff.other());
        list("New cells", diff.added().stream().map(MarkdownDiff::cell).toList());
        list("Gone", diff.gone().stream().map(Markdown::text).toList());
    }

    private void changes(String heading, List<RunDiff.Change> changes) {
        list(
                heading,
                changes.stream()
                        .map(it -> cell(it.now()) + " (was " + it.before().label() + ")")
                        .toList());
    }

    private void list(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("## ").append(heading).append("\n\n");
        lines.stream().limit(MOST).forEach(it -> out.append("- ").append(it).append('\n'));
        if (lines.size() > MOST) {
            out.append("- and ").append(lines.size() - MOST).append(" more\n");
        }
        out.append('\n');
    }

    private static String cell(CellResult cell) {
        return "**%s** %s: %s"
                .formatted(
                        Markdown.text(FailureCard.title(cell)),
                        cell.status().label(),
                        Markdown.text(KnownCells.isOne(cell) ? KnownCells.text(cell) : FailureCard.headline(cell)));
    }
}
