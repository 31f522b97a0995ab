package dev.interop.report;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.expectation.Expected;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The explanation of a cell that did not succeed, shared by the terminal, the Markdown report and JUnit messages. Its
 * texts are one line each, without control characters; a writer adds its own markup.
 *
 * @param title the cell: client, server, test case, and route or version if there are several
 * @param headline the reason in one line
 * @param lines further lines, in the order in which they are shown
 */
@API(status = Status.INTERNAL)
public record FailureCard(String title, String headline, List<Line> lines) {
    private static final int LONGEST = 300;
    private static final String LOGS = "logs";
    private static final String REPLAY = "replay";

    public FailureCard {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the card.
     *
     * @param label the subject, such as {@code expected}
     * @param text the text
     */
    public record Line(String label, String text) {}

    /**
     * Creates the card of a cell.
     *
     * @param cell the cell
     * @param cells the known cells, from which the endpoint that is probably at fault is derived; may include {@code
     *     cell}
     * @param repetition how the reader runs the cell again
     */
    public static FailureCard of(CellResult cell, Collection<CellResult> cells, Repetition repetition) {
        return of(cell, CellsByEndpoint.of(cells), repetition);
    }

    /** Like {@link #of(CellResult, Collection, Repetition)}, for one card of many. */
    public static FailureCard of(CellResult cell, CellsByEndpoint cells, Repetition repetition) {
        var lines = new ArrayList<Line>();
        known(cell).filter(it -> cell.status() != CellStatus.STALE).ifPresent(it -> lines.add(new Line("known", it)));
        var findings = cell.verdict().findings();
        // An unsupported test case breaks no rule: the headline says all.
        findings.stream()
                .findFirst()
                .filter(it -> cell.verdict().outcome() != Outcome.UNSUPPORTED)
                .ifPresent(it -> addFinding(lines, it));
        if (findings.size() > 1) {
            lines.add(new Line("also", also(findings)));
        }
        cell.verdict()
                .claim()
                .flatMap(Claim::proof)
                .filter(it -> it != Proof.PROVEN)
                .ifPresent(it -> lines.add(new Line("claim", claim(it))));
        if (cell.verdict().outcome() == Outcome.FAILED) {
            FaultAttribution.of(cell, cells).ifPresent(it -> lines.add(new Line("whose", it)));
        }
        cell.containers()
                .forEach((role, it) -> it.release()
                        .ifPresent(release -> lines.add(new Line("release", oneLine(role.label() + ": " + release)))));
        cell.containers()
                .forEach((role, it) -> it.mounted()
                        .forEach(file -> lines.add(new Line("mounted", oneLine(role.label() + ": " + file.text())))));
        if (!cell.logs().isEmpty()) {
            lines.add(new Line(LOGS, oneLine(cell.logs())));
        }
        // Not shortened: a part of it would be another command.
        lines.add(new Line(REPLAY, Printable.of(repetition.of(cell))));
        return new FailureCard(title(cell), headline(cell), lines);
    }

    /** The same card, with how often the cell failed before, if that is known. */
    public FailureCard withPast(Optional<String> failures) {
        if (failures.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(lines);
        var before = all.stream().map(Line::label).toList();
        var at = before.contains(LOGS) ? before.indexOf(LOGS) : before.indexOf(REPLAY);
        all.add(at, new Line("before", oneLine(failures.get())));
        return new FailureCard(title, headline, all);
    }

    /** The same card, with the path of the cell's logs if its run's folder is {@code run}. */
    public FailureCard in(Path run) {
        return new FailureCard(
                title,
                headline,
                lines.stream()
                        .map(it -> it.label().equals(LOGS)
                                ? new Line(
                                        LOGS,
                                        Printable.of(run.resolve(it.text())
                                                .toAbsolutePath()
                                                .normalize()
                                                .toString()))
                                : it)
                        .toList());
    }

    /** The command or parameters that run the cell again. */
    public String repetition() {
        return lines.stream()
                .filter(it -> it.label().equals(REPLAY))
                .map(Line::text)
                .findFirst()
                .orElseThrow();
    }

    /** The whole card as plain text of several lines. */
    public String text() {
        var width = lines.stream().mapToInt(it -> it.label().length()).max().orElse(0);
        return lines.stream()
                .map(it -> "  " + it.label() + " ".repeat(width - it.label().length() + 2) + it.text())
                .collect(Collectors.joining("\n", title + ": " + headline + "\n", ""));
    }

    /** The cell in words: client, server, test case, and route or version if there are several. */
    public static String title(CellResult cell) {
        var title = cell.client() + " → " + cell.server() + "  " + cell.test();
        var variant = Stream.of(
                        Optional.of(cell.route().label()),
                        cell.route().version().map(ProtocolVersion::name))
                .flatMap(Optional::stream)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        return oneLine(variant.isEmpty() ? title : title + " (" + variant + ")");
    }

    /** The reason in one line; of a cell whose entry in the expectations is wrong now, that entry. */
    public static String headline(CellResult cell) {
        return known(cell).filter(it -> cell.status() == CellStatus.STALE).orElseGet(() -> reason(cell));
    }

    /** The reason for the outcome in one line. */
    public static String reason(CellResult cell) {
        return oneLine(cell.verdict().reason().text());
    }

    /** What is known of the cell; first of all an entry of the expectations that is wrong now. */
    public static Optional<String> known(CellResult cell) {
        return Stream.concat(cell.expected().stream().filter(Expected::fails), cell.expectedOfCell().stream())
                .findFirst()
                .map(it -> oneLine(inPart(it) + it.text()));
    }

    private static String inPart(Expected it) {
        return it.ofCell() ? "" : "'" + String.join("/", it.part()) + "': ";
    }

    private static void addFinding(List<Line> lines, Finding it) {
        lines.add(new Line("rule", oneLine(it.section().isEmpty() ? it.rule() : it.rule() + " · " + it.section())));
        lines.add(new Line("expected", oneLine(it.expected())));
        lines.add(new Line("seen", oneLine(it.seen())));
        if (!it.evidence().file().isEmpty()) {
            lines.add(new Line("where", oneLine(Wording.of(it.evidence()))));
        }
    }

    private static String claim(Proof proof) {
        return proof == Proof.CONTRADICTED
                ? "the client reports a pass, but the captured packets contradict it"
                : "the client reports a pass, but the captured packets do not prove it";
    }

    private static String also(List<Finding> findings) {
        var rules = findings.stream().skip(1).map(Finding::rule).distinct().toList();
        return oneLine(findings.size() - 1 + " more: " + String.join("; ", rules));
    }

    /** Makes text from logs printable and limits its length. */
    static String oneLine(String text) {
        if (text.length() <= LONGEST) {
            return Printable.of(text);
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return Printable.of(text.substring(0, end)) + "…";
    }
}
