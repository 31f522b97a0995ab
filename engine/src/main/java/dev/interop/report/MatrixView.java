package dev.interop.report;

import dev.interop.Printable;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run as a matrix of clients and servers: what the tables of all writers have in common. */
final class MatrixView {
    /** Where a field stands for several cells (one a transport), the first of these that occurs is shown. */
    private static final List<Outcome> LOUDEST_FIRST = List.of(
            Outcome.FAILED, Outcome.ERROR, Outcome.UNDECIDED, Outcome.UNSUPPORTED, Outcome.SUCCEEDED, Outcome.SKIPPED);

    private final RunResult run;
    private final Map<Field, Outcome> fields = new HashMap<>();

    MatrixView(RunResult run) {
        this.run = run;
        for (var cell : run.cells()) {
            fields.merge(
                    new Field(cell.client(), cell.server(), cell.test()),
                    cell.verdict().outcome(),
                    MatrixView::louder);
        }
    }

    private record Field(String client, String server, String test) {}

    private static Outcome louder(Outcome a, Outcome b) {
        return LOUDEST_FIRST.indexOf(a) < LOUDEST_FIRST.indexOf(b) ? a : b;
    }

    /** How a test case came out between two; empty when the run has no such cell. */
    Optional<Outcome> outcome(Implementation client, Implementation server, TestCase test) {
        return Optional.ofNullable(fields.get(new Field(client.name(), server.name(), test.name())));
    }

    /** The cells that came out so, in the plan's order. */
    List<CellResult> cells(Outcome outcome) {
        return run.cells().stream()
                .filter(it -> it.verdict().outcome() == outcome)
                .toList();
    }

    /** How many cells came out how: {@code 93 succeeded, 3 failed, 12 unsupported}. */
    String counts() {
        var counts = Arrays.stream(Outcome.values())
                .map(it -> Map.entry(it, cells(it).size()))
                .filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " "
                        + (it.getKey() == Outcome.SKIPPED
                                ? "not run"
                                : it.getKey().label()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no cells" : counts;
    }

    /** How long the run took: {@code 6 min 40 s}. */
    String duration() {
        var took = Duration.between(run.started(), run.ended());
        if (took.toMinutes() == 0) {
            return took.toSeconds() + " s";
        }
        return took.toHours() == 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : took.toHours() + " h " + took.toMinutesPart() + " min";
    }

    /** What the letters stand for: {@code H handshake, DC transfer}. */
    String letters() {
        return run.tests().stream()
                .map(it -> Printable.of(it.letter() + " " + it.name()))
                .collect(Collectors.joining(", "));
    }
}
