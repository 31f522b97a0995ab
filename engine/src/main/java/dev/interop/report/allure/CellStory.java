package dev.interop.report.allure;

import dev.interop.report.FailureCard;
import dev.interop.report.Markdown;
import dev.interop.trace.PacketType;
import dev.interop.trace.PacketsAround;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a cell's page says first, as Markdown: which rule broke, expected and seen, the packets around, whose, replay. */
final class CellStory {
    private static final int NEIGHBOURS = 4;
    /** The card's lines that the page shows in another way. */
    private static final List<String> ELSEWHERE = List.of("rule", "replay", "logs");

    private final AllureCell cell;
    private final StringBuilder out = new StringBuilder();

    private CellStory(AllureCell cell) {
        this.cell = cell;
    }

    static String of(AllureCell cell) {
        var story = new CellStory(cell);
        story.tell();
        return story.out.toString();
    }

    private void tell() {
        var verdict = cell.cell().verdict();
        var first = verdict.findings().stream().findFirst();
        out.append("**").append(outcome(verdict.outcome())).append("** ");
        out.append(first.map(it -> Markdown.text(it.rule()) + section(it))
                .orElseGet(() -> Markdown.text(cell.card().headline())));
        out.append("\n\n");
        table();
        first.ifPresent(this::packets);
        out.append("Run this cell again: ")
                .append(Markdown.code("./interop replay " + cell.cell().id()));
        out.append('\n');
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "Passed.";
            case FAILED -> "Broken rule:";
            case UNSUPPORTED -> "Unsupported:";
            case UNDECIDED -> "Undecided:";
            case SKIPPED -> "Not run:";
            case ERROR -> "Error, not the implementation's:";
        };
    }

    private static String section(Finding it) {
        if (it.section().isEmpty()) {
            return "";
        }
        var text = Markdown.text(it.section());
        return " · "
                + SectionLink.of(it.section())
                        .map(link -> "[" + text + "](" + link.url() + ")")
                        .orElse(text);
    }

    private void table() {
        var rows = new StringBuilder();
        cell.card().lines().stream()
                .filter(it -> !ELSEWHERE.contains(it.label()))
                .forEach(it -> row(rows, it));
        cell.since().ifPresent(it -> row(rows, new FailureCard.Line("since", it)));
        cell.test().ifPresent(it -> row(rows, new FailureCard.Line("test case", it.description())));
        if (!rows.isEmpty()) {
            out.append("| | |\n|---|---|\n").append(rows).append('\n');
        }
    }

    private static void row(StringBuilder rows, FailureCard.Line line) {
        rows.append("| ")
                .append(line.label())
                .append(" | ")
                .append(Markdown.text(line.text()))
                .append(" |\n");
    }

    /** The packet that shows it, and what came just before and after it. */
    private void packets(Finding finding) {
        var where = finding.evidence();
        if (where.packet().isEmpty()
                || cell.recording().isEmpty()
                || !where.file().matches("sim/[a-z_]+\\.pcap")) {
            return;
        }
        var number = where.packet().getAsLong();
        var around = PacketsAround.of(cell.recording().get().resolve(where.file()), number, NEIGHBOURS);
        if (around.isEmpty()) {
            return;
        }
        out.append("| packet | time | sender | bytes | carries |\n|---:|---:|---|---:|---|\n");
        for (var it : around) {
            var strong = it.number() == number ? "**" : "";
            out.append(String.format(
                    Locale.ROOT,
                    "| %1$s%2$d%1$s | %1$s%3$.3f s%1$s | %1$s%4$s%1$s | %1$s%5$d%1$s | %1$s%6$s%1$s |\n",
                    strong,
                    it.number(),
                    it.time(),
                    it.from().label(),
                    it.length(),
                    it.packets().stream().map(PacketType::title).collect(Collectors.joining(", "))));
        }
        out.append('\n');
    }
}
