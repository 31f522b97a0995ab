package dev.interop.report;

import dev.interop.recording.ContainerRecord;
import dev.interop.recording.Provenance;
import dev.interop.result.CellResult;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A cell as Markdown, for an issue tracker: readers have neither the run's folder nor its registry. */
@API(status = Status.INTERNAL)
public final class MarkdownCard {
    /** Lines of the card that only mean something where the run was. */
    private static final Set<String> LOCAL = Set.of("logs", "replay");

    private MarkdownCard() {}

    /**
     * The card.
     *
     * @param cell the cell
     * @param card its card, with the command by which anybody runs the cell again
     */
    public static String text(CellResult cell, FailureCard card) {
        var out = new StringBuilder();
        out.append("### ").append(Markdown.text(card.title())).append("\n\n");
        out.append("**%s** (%s): %s\n\n"
                .formatted(
                        cell.status().label(), cell.verdict().reason().code().label(), Markdown.text(card.headline())));
        lines(
                out,
                card.lines().stream().filter(it -> !LOCAL.contains(it.label())).toList());
        cell.containers().forEach((role, it) -> container(out, role.label(), it));
        if (!cell.scenario().isEmpty()) {
            line(out, "network", Markdown.code(cell.scenario()));
        }
        line(out, "run again", Markdown.code(card.repetition()));
        return out.toString();
    }

    private static void container(StringBuilder out, String role, ContainerRecord container) {
        container.image().ifPresent(it -> line(out, role + " image", Markdown.code(it)));
        container.build().map(Provenance::whole).ifPresent(it -> line(out, role + " built from", Markdown.text(it)));
    }

    /** Appends lines of a card as a list. */
    static void lines(StringBuilder out, List<FailureCard.Line> lines) {
        for (var it : lines) {
            line(out, it.label(), LOCAL.contains(it.label()) ? Markdown.code(it.text()) : Markdown.text(it.text()));
        }
    }

    private static void line(StringBuilder out, String label, String markdown) {
        out.append("- ").append(label).append(": ").append(markdown).append('\n');
    }
}
