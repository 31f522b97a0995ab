package dev.interop.cli.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.recording.CellRoute;
import dev.interop.report.FailureCard;
import dev.interop.report.FailureSignature;
import dev.interop.report.KnownCells;
import dev.interop.report.PeerMark;
import dev.interop.report.allure.AllureCell;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The front page's data: for each protocol its clients, servers, test cases and cells, and the outcomes of earlier
 * runs. The page reads nothing else. Outcomes are one letter each ({@link #sign}).
 */
final class SiteModel {
    private final MergedRun run;
    private final List<PastRun> past;
    private final Protocols protocols;
    /** The text for a group of equal failures, by its key. */
    private final Map<List<String>, String> signatures;

    SiteModel(MergedRun run, List<PastRun> past, Protocols protocols) {
        this.signatures = FailureSignature.shown(run.results());
        this.run = run;
        this.past = past;
        this.protocols = protocols;
    }

    ObjectNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("started", run.started().toString());
        var all = tree.putArray("protocols");
        run.results().stream()
                .map(MatrixKey::of)
                .distinct()
                .sorted(Comparator.comparing(MatrixKey::name))
                .forEach(it -> matrix(all.addObject(), it));
        return tree;
    }

    private void matrix(ObjectNode tree, MatrixKey matrix) {
        var cells = run.results().stream()
                .filter(it -> MatrixKey.of(it).equals(matrix))
                .toList();
        var known = matrix.known(protocols);
        var clients = names(cells, CellResult::client);
        var servers = names(cells, CellResult::server);
        var tests = tests(known, cells);
        tree.put("name", matrix.name()).put("title", matrix.title(protocols));
        clients.forEach(tree.putArray("clients")::add);
        servers.forEach(tree.putArray("servers")::add);
        var described = tree.putArray("tests");
        Letters.of(tests, known)
                .forEach((it, letter) -> test(
                        described.addObject().put("letter", letter),
                        it,
                        known.flatMap(protocol -> protocol.testCase(it))));
        var array = tree.putArray("cells");
        for (var it : cells) {
            var cell = array.addObject();
            cell.put("c", clients.indexOf(it.client()));
            cell.put("s", servers.indexOf(it.server()));
            cell.put("t", tests.indexOf(it.test()));
            write(cell, it);
            attempts(cell, run.cells().get(it.id()));
        }
        var marks = tree.putArray("marks");
        PeerMark.of(cells).forEach(it -> marks.add(it.text()));
        past(tree.putArray("past"), cells);
    }

    private static List<String> names(List<CellResult> cells, Function<CellResult, String> name) {
        return cells.stream().map(name).distinct().toList();
    }

    /** The test cases in the protocol's order; those that it no longer knows come last. */
    private static List<String> tests(Optional<Protocol> protocol, List<CellResult> cells) {
        var present = names(cells, CellResult::test);
        var tests = new ArrayList<>(protocol.map(Protocol::testCases).orElse(List.of()).stream()
                .map(TestCase::name)
                .filter(present::contains)
                .toList());
        present.stream().filter(it -> !tests.contains(it)).forEach(tests::add);
        return tests;
    }

    private static void test(ObjectNode tree, String name, Optional<TestCase> test) {
        tree.put("name", name);
        tree.put("about", test.map(TestCase::description).orElse(""));
    }

    /** Adds the outcomes of earlier attempts, a letter each, and whether only a later one passed. */
    private static void attempts(ObjectNode tree, MergedRun.Placed placed) {
        if (!placed.earlier().isEmpty()) {
            tree.put(
                    "earlier",
                    placed.earlier().stream()
                            .map(it -> String.valueOf(sign(it)))
                            .collect(Collectors.joining()));
            tree.put("flaky", placed.isFlaky());
        }
    }

    private void write(ObjectNode tree, CellResult cell) {
        var outcome = cell.verdict().outcome();
        tree.put("o", String.valueOf(sign(outcome)));
        tree.put("page", AllureCell.page(cell.id()));
        if (KnownCells.isOne(cell)) {
            tree.put("known", cell.status().name().toLowerCase(Locale.ROOT)).put("knownText", KnownCells.text(cell));
        }
        cell.reused()
                .ifPresent(it ->
                        tree.put("reused", it.truncatedTo(ChronoUnit.SECONDS).toString()));
        cell.times().ifPresent(it -> tree.put("sec", Math.round(it.run() * 100) / 100.0));
        route(tree, cell.route());
        cell.verdict().claim().flatMap(Claim::proof).ifPresent(it -> tree.put("proof", it.label()));
        cell.measurement()
                .ifPresent(it -> tree.put("measured", measured(it))
                        .put("unit", it.unit())
                        .put("values", it.valuesText()));
        if (outcome == Outcome.SUCCEEDED && cell.verdict().reason().code().equals(ReasonCode.CLAIMED)) {
            tree.put("why", FailureCard.headline(cell));
        } else if (outcome != Outcome.SUCCEEDED) {
            tree.put("why", FailureCard.headline(cell));
            tree.put("code", cell.verdict().reason().code().label());
            tree.put("signature", signatures.getOrDefault(FailureSignature.key(cell), FailureSignature.of(cell)));
            FirstSeen.of(cell, past).ifPresent(it -> tree.put("since", it));
        }
    }

    /** Adds the route if a pair has several; its label is unique among the routes of a pair. */
    private static void route(ObjectNode tree, CellRoute route) {
        if (!route.label().isEmpty()) {
            tree.put("route", route.label());
        }
        route.transport().ifPresent(it -> tree.put("transport", it));
        route.version().ifPresent(it -> tree.put("version", it.name()));
        route.relation().ifPresent(it -> tree.put("relation", it));
        route.url().ifPresent(it -> tree.put("remote", it));
    }

    private static String measured(Measured it) {
        return String.format(Locale.ROOT, "%.0f ± %.0f", it.mean(), it.deviation());
    }

    /**
     * Adds each earlier run as a text with one letter for each cell, in the order of the cells; a space means that the
     * run did not have the cell.
     */
    private void past(ArrayNode array, List<CellResult> cells) {
        for (var earlier : past) {
            var outcomes = new StringBuilder();
            cells.forEach(it -> outcomes.append(
                    earlier.outcome(it.id()).map(SiteModel::sign).orElse(' ')));
            if (!outcomes.toString().isBlank()) {
                array.addObject().put("started", earlier.started().toString()).put("o", outcomes.toString());
            }
        }
    }

    /** The letter of an outcome in the page's data. */
    static char sign(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> 'S';
            case FAILED -> 'F';
            case UNSUPPORTED -> 'U';
            case UNDECIDED -> '?';
            case SKIPPED -> '-';
            case ERROR -> '!';
        };
    }
}
