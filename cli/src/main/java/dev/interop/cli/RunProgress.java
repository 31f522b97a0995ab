package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.report.CellsByEndpoint;
import dev.interop.report.ConditionLines;
import dev.interop.report.FailureCard;
import dev.interop.report.FailureSignature;
import dev.interop.report.KnownCells;
import dev.interop.report.Repetition;
import dev.interop.report.TerminalMatrix;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import dev.interop.run.PastFailures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows the progress of a run: on a terminal one line that is updated, elsewhere one line for each cell and a heartbeat
 * each minute; at the end the matrix and the failures. Events may come from one thread and ticks from another.
 */
final class RunProgress implements RunListener {
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int RUNNING_SHOWN = 4;

    private final PrintWriter out;
    private final Terminal terminal;
    private final int lanes;
    private final LongSupplier nanos;
    private final UserFolder from;
    private final CommandName command;
    private final PastFailures past;
    private final Map<Cell, Long> running = new LinkedHashMap<>();
    private final Map<CellStatus, Integer> counts = new EnumMap<>(CellStatus.class);
    private final CellsByEndpoint peers = new CellsByEndpoint();
    /** Signature → the first cell that ended with it. */
    private final Map<List<String>, CellResult> firsts = new HashMap<>();

    private int ended;
    private int planned;
    private long started;
    private long lastLine;
    private Path folder = Path.of("");
    private Optional<RunResult> result = Optional.empty();

    /**
     * @param nanos a monotonic time: the clock may be set during a run
     */
    RunProgress(
            PrintWriter out,
            Terminal terminal,
            int lanes,
            LongSupplier nanos,
            UserFolder from,
            CommandName command,
            PastFailures past) {
        this.past = past;
        this.out = out;
        this.terminal = terminal;
        this.lanes = lanes;
        this.nanos = nanos;
        this.from = from;
        this.command = command;
        this.started = nanos.getAsLong();
        this.lastLine = started;
    }

    /** The result of the run. Calling it before the end is a bug. */
    synchronized RunResult result() {
        return result.orElseThrow();
    }

    /** Updates the elapsed time, also while no event comes. */
    synchronized void tick() {
        if (planned > 0) {
            status();
        }
    }

    @Override
    public synchronized void runStarted(Plan plan, Path root) {
        planned = plan.cells().size() + plan.skipped().size();
        folder = from.shown(root);
        started = nanos.getAsLong();
        line("Plan     %s  %d clients × %d servers × %d test cases = %d cells on %d lanes · seed %s"
                .formatted(
                        plan.protocol().name(),
                        plan.clients().size(),
                        plan.servers().size(),
                        plan.tests().size(),
                        planned,
                        plan.lanes(lanes),
                        Seeds.format(plan.seed())));
        Stream.concat(plan.clients().stream(), plan.servers().stream())
                .distinct()
                .forEach(implementation -> implementation
                        .mounted()
                        .forEach(it -> line("Mount    %s  %s from %s, sha256 %s"
                                .formatted(implementation.name(), it.path(), from.shown(it.file()), it.sha256()))));
    }

    @Override
    public synchronized void probed(ComplianceProbe probe) {
        if (!probe.compliant()) {
            var who = probe.implementation().name() + " as " + probe.role().label();
            line("Probe    " + who + ": "
                    + probe.fault()
                            .map(Printable::of)
                            .orElse("not compliant: does not end with 127 on an unknown test case; its cells"
                                    + " are skipped"));
        }
    }

    @Override
    public synchronized void cellStarted(Cell cell) {
        running.put(cell, nanos.getAsLong());
        status();
    }

    @Override
    public synchronized void cellRecorded(Cell cell) {
        running.remove(cell);
        status();
    }

    @Override
    public synchronized void cellPutOff(Cell cell, CellResult attempt) {
        running.remove(cell);
        line("Again    %s → %s  %s: %s"
                .formatted(
                        cell.client().name(),
                        cell.server().name(),
                        cell.title(),
                        Printable.of(attempt.verdict().reason().text())));
        status();
    }

    @Override
    public synchronized void cellEnded(Cell cell, CellResult cellResult) {
        running.remove(cell);
        ended++;
        peers.add(cellResult);
        firsts.putIfAbsent(FailureSignature.key(cellResult), cellResult);
        counts.merge(cellResult.status(), 1, Integer::sum);
        if (!terminal.interactive()) {
            line("[%s] %-11s %s → %s  %s%s%s"
                    .formatted(
                            done(),
                            cellResult.status().label(),
                            cell.client().name(),
                            cell.server().name(),
                            cell.title(),
                            cellResult
                                    .reused()
                                    .map(it -> "  (not run: of " + it.truncatedTo(ChronoUnit.SECONDS) + ")")
                                    .orElse(""),
                            cellResult.status() == CellStatus.SUCCEEDED ? "" : "  " + why(cellResult)));
        } else if (cellResult.status().failsBuild()) {
            line(card(cellResult));
        }
        status();
    }

    private static String why(CellResult cell) {
        return KnownCells.isOne(cell)
                ? KnownCells.text(cell)
                : Printable.of(cell.verdict().reason().text());
    }

    /** The failure card. Of equal failures, the first has the whole card and the others refer to it. */
    private String card(CellResult failed) {
        return Optional.of(firsts.get(FailureSignature.key(failed)))
                .filter(it -> it != failed)
                .map(it -> FailureCard.title(failed) + ": the same as " + FailureCard.title(it))
                .orElseGet(() -> FailureCard.of(failed, peers, Repetition.byCommand(command.name(), folder))
                        .withPast(past.of(failed, folder))
                        .in(folder)
                        .text());
    }

    @Override
    public synchronized void note(String text) {
        line("Note     " + Printable.of(text));
    }

    @Override
    public synchronized void runBrokeOff(RunResult run) {
        if (ended > 0) {
            show(run);
        }
    }

    private void show(RunResult run) {
        result = Optional.of(run);
        line("");
        line(new TerminalMatrix(terminal.palette(), terminal.columns(), terminal.charset())
                .text(run, Repetition.byCommand(command.name(), folder)));
        ConditionLines.of(run).forEach(it -> line("Note     " + Printable.of(it)));
    }

    @Override
    public synchronized void runEnded(RunResult run) {
        show(run);
        line("Results  %s  matrix: %s  cells: %s  result.json: %s"
                .formatted(
                        folder,
                        folder.resolve(run.protocol().name()).resolve("matrix.md"),
                        folder.resolve("cells.jsonl"),
                        folder.resolve(run.protocol().name()).resolve("result.json")));
    }

    private void line(String text) {
        out.println(terminal.interactive() ? CLEAR_LINE + text : text);
        out.flush();
        lastLine = nanos.getAsLong();
    }

    /** Shows the running cells and the estimated remaining time. */
    private void status() {
        if (result.isPresent() || (!terminal.interactive() && !heartbeatDue())) {
            return;
        }
        var now = nanos.getAsLong();
        var text = "[%s] ✓ %d  ✕ %d  – %d  ? %d   running %s   %s"
                .formatted(
                        done(),
                        count(CellStatus.SUCCEEDED),
                        count(CellStatus.FAILED) + count(CellStatus.STALE) + count(CellStatus.ERROR),
                        count(CellStatus.UNSUPPORTED) + count(CellStatus.SKIPPED) + count(CellStatus.KNOWN),
                        count(CellStatus.UNDECIDED) + count(CellStatus.FLAKY),
                        running.entrySet().stream()
                                .limit(RUNNING_SHOWN)
                                .map(it -> "%s→%s %s %d s"
                                        .formatted(
                                                it.getKey().client().name(),
                                                it.getKey().server().name(),
                                                it.getKey().title(),
                                                Duration.ofNanos(now - it.getValue())
                                                        .toSeconds()))
                                .collect(Collectors.joining(", ")),
                        remaining(now));
        if (terminal.interactive()) {
            out.print(CLEAR_LINE + terminal.fitted(text));
            out.flush();
        } else {
            line(text);
        }
    }

    private boolean heartbeatDue() {
        return Duration.ofNanos(nanos.getAsLong() - lastLine).compareTo(HEARTBEAT) >= 0;
    }

    private String done() {
        return "%3d/%d".formatted(ended, planned);
    }

    private int count(CellStatus status) {
        return counts.getOrDefault(status, 0);
    }

    private String remaining(long now) {
        if (ended == 0) {
            return "";
        }
        var each = Duration.ofNanos(now - started).dividedBy(ended);
        var rest = each.multipliedBy(planned - ended);
        return rest.toMinutes() > 0 ? rest.toMinutes() + " min left" : rest.toSeconds() + " s left";
    }
}
