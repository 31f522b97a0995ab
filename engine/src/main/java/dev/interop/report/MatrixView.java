package dev.interop.report;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as a matrix of clients and servers, the common base of all writers' tables. */
final class MatrixView {
    /** If a field covers several cells (one for each route), the first of these that occurs is shown. */
    private static final List<CellStatus> LOUDEST_FIRST = List.of(
            CellStatus.FAILED,
            CellStatus.STALE,
            CellStatus.ERROR,
            CellStatus.UNDECIDED,
            CellStatus.FLAKY,
            CellStatus.KNOWN,
            CellStatus.UNSUPPORTED,
            CellStatus.SUCCEEDED,
            CellStatus.SKIPPED);

    private final RunResult run;
    private final Map<Field, Shown> fields = new HashMap<>();
    private final Set<Proof> proofs;
    private final boolean hasReused;

    MatrixView(RunResult run) {
        this.run = run;
        for (var cell : run.cells()) {
            fields.merge(new Field(cell.client(), cell.server(), cell.test()), Shown.of(cell), MatrixView::worse);
        }
        // Tables ask for these at each of their fields.
        proofs = fields.values().stream()
                .flatMap(it -> it.proof().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proof.class)));
        hasReused = fields.values().stream().anyMatch(Shown::isReused);
    }

    private record Field(String client, String server, String test) {}

    /**
     * The content of a field.
     *
     * @param status the result in one word
     * @param proof the proof of a pass that the client claims
     * @param isReused whether it is the result of an earlier run
     */
    record Shown(CellStatus status, Optional<Proof> proof, boolean isReused) {
        static Shown of(CellResult cell) {
            var proof = cell.verdict().outcome() == Outcome.SUCCEEDED
                    ? cell.verdict().claim().flatMap(Claim::proof)
                    : Optional.<Proof>empty();
            return new Shown(cell.status(), proof, cell.reused().isPresent());
        }

        int severity() {
            return LOUDEST_FIRST.indexOf(status) * Proof.values().length
                    + proof.map(it -> Proof.values().length - 1 - it.ordinal()).orElse(0);
        }
    }

    private static Shown worse(Shown a, Shown b) {
        return a.severity() < b.severity() ? a : b;
    }

    /** Returns the cell with the worst outcome, which a field shows for all its cells; the first of equal ones. */
    static Optional<CellResult> worst(Stream<CellResult> cells) {
        return cells.min(Comparator.comparingInt(it -> Shown.of(it).severity()));
    }

    /** The field of a test case between a client and a server; empty if the run has no such cell. */
    Optional<Shown> shown(Implementation client, Implementation server, TestCase test) {
        return Optional.ofNullable(fields.get(new Field(client.name(), server.name(), test.name())));
    }

    /** Whether a field shows the result of an earlier run. */
    boolean hasReused() {
        return hasReused;
    }

    /** The kinds of proof that occur in the run. */
    Set<Proof> proofs() {
        return Collections.unmodifiableSet(proofs);
    }

    /**
     * One table of the matrix.
     *
     * @param title the version and route of its cells; empty if there is only one table
     * @param run the run, reduced to these cells and their endpoints
     */
    record Group(String title, RunResult run) {}

    /**
     * One table for each version and route (MoQT: draft and transport). Pairs that share no version are in no table
     * beside others; they are listed as not run.
     */
    List<Group> groups() {
        var byWay = run.cells().stream()
                .collect(Collectors.groupingBy(MatrixView::title, LinkedHashMap::new, Collectors.toList()));
        if (byWay.size() > 1) {
            byWay.values().removeIf(cells -> cells.stream().allMatch(MatrixView::sharesNoVersion));
        }
        return byWay.isEmpty()
                ? List.of(new Group("", run))
                : byWay.entrySet().stream()
                        .map(it -> new Group(heading(it.getKey(), byWay.size()), only(it.getValue())))
                        .toList();
    }

    private static boolean sharesNoVersion(CellResult cell) {
        return cell.verdict().reason().code().equals(ReasonCode.NO_COMMON_VERSION);
    }

    /** A table without a title would seem to belong to the table above it. */
    private static String heading(String title, int tables) {
        return title.isEmpty() && tables > 1 ? "direct" : title;
    }

    private static String title(CellResult cell) {
        return Stream.of(
                        cell.route().version().map(ProtocolVersion::name).orElse(""),
                        cell.route().label())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" over "));
    }

    private RunResult only(List<CellResult> cells) {
        if (cells.size() == run.cells().size()) {
            return run;
        }
        var clients = cells.stream().map(CellResult::client).collect(Collectors.toSet());
        var servers = cells.stream().map(CellResult::server).collect(Collectors.toSet());
        return new RunResult(
                run.axes().only(it -> clients.contains(it.name()), it -> servers.contains(it.name()), it -> true),
                cells,
                run.started(),
                run.ended(),
                run.seed(),
                run.target());
    }

    /** The cells with this status, in the plan's order. */
    List<CellResult> cells(CellStatus status) {
        return run.cells().stream().filter(it -> it.status() == status).toList();
    }

    /** The statuses that occur in the run. */
    Set<CellStatus> statuses() {
        return run.cells().stream()
                .map(CellResult::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CellStatus.class)));
    }

    /** The cells with measured values, in the plan's order. */
    List<CellResult> measured() {
        return run.cells().stream().filter(it -> it.measurement().isPresent()).toList();
    }

    /** The cells whose client claims a pass that packets do not prove. */
    List<CellResult> unproven() {
        return run.cells().stream()
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED)
                .filter(it -> Shown.of(it)
                        .proof()
                        .filter(proof -> proof != Proof.PROVEN)
                        .isPresent())
                .toList();
    }

    /** The number of cells for each status: {@code 93 succeeded, 3 failed, 12 unsupported}. */
    String counts() {
        var counts = Arrays.stream(CellStatus.values())
                .map(it -> Map.entry(it, cells(it).size()))
                .filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " "
                        + (it.getKey() == CellStatus.SKIPPED
                                ? "not run"
                                : it.getKey().label()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no cells" : counts;
    }

    /** The duration of the run: {@code 6 min 40 s}. */
    String duration() {
        var took = Duration.between(run.started(), run.ended());
        if (took.toMinutes() == 0) {
            return took.toSeconds() + " s";
        }
        return took.toHours() == 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : took.toHours() + " h " + took.toMinutesPart() + " min";
    }

    /** The meaning of the letters: {@code H handshake, DC transfer}. */
    String letters() {
        return run.tests().stream()
                .map(it -> Printable.of(it.letter() + " " + it.name()))
                .collect(Collectors.joining(", "));
    }
}
