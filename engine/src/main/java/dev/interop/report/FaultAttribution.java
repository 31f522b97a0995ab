package dev.interop.report;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the endpoint that is at fault for a failed cell: the one that the verdict names, else the one that probably is, by
 * comparison with the same test case against other peers.
 */
final class FaultAttribution {
    private final CellResult cell;
    private final Score server;
    private final Score client;

    private FaultAttribution(CellResult cell, CellsByEndpoint cells) {
        this.cell = cell;
        this.server = Score.of(
                others(
                        cells.sameServer(cell),
                        it -> it.route().url().equals(cell.route().url())),
                CellResult::client);
        this.client = Score.of(others(cells.sameClient(cell), it -> true), CellResult::server);
    }

    /** One sentence; empty if there is no other peer to compare with, and neither endpoint ended with an error. */
    static Optional<String> of(CellResult cell, CellsByEndpoint cells) {
        var attribution = new FaultAttribution(cell, cells);
        return attribution.server.all() + attribution.client.all() == 0
                ? attribution.seen().or(attribution::byEnd).map(it -> it + "; no other pair ran this test case")
                : Optional.of(attribution.text());
    }

    /**
     * The other pairs' cells of this test case, of those with one of its endpoints, that succeeded or failed, on the same kind of route: a
     * remote server is another server than one of the same name in a container.
     */
    private List<CellResult> others(List<CellResult> cells, Predicate<CellResult> peer) {
        return cells.stream()
                .filter(it -> !it.client().equals(cell.client()) || !it.server().equals(cell.server()))
                .filter(it -> it.protocol().equals(cell.protocol()) && it.test().equals(cell.test()))
                .filter(it -> it.cell().matrix().equals(cell.cell().matrix()))
                .filter(it -> it.route().transport().equals(cell.route().transport())
                        && it.route().version().equals(cell.route().version())
                        && it.route().toRemote() == cell.route().toRemote())
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED
                        || it.verdict().outcome() == Outcome.FAILED)
                .filter(peer)
                .toList();
    }

    private String text() {
        var record = "this server fails it with %s of %s clients; this client passes it with %s of %s servers"
                .formatted(server.failed() + 1, server.all() + 1, client.passed(), client.all() + 1);
        return seen().or(this::guess)
                .or(this::byEnd)
                .map(it -> it + ": " + record)
                .orElse(record);
    }

    /** The endpoint that the verdict names. Where it names one, or none of both, nothing is guessed. */
    private Optional<String> seen() {
        return cell.verdict().atFault().map(it -> switch (it) {
            case CLIENT -> "the client, by what both sent";
            case SERVER -> "the server, by what both sent";
            case NEITHER -> "neither alone, by what both sent";
        });
    }

    /**
     * The endpoint that ended with an error of its own while the other one did not. It is the place to begin, unless the
     * comparison says more.
     */
    private Optional<String> byEnd() {
        var ended = Stream.of(ContainerRole.CLIENT, ContainerRole.SERVER)
                .filter(it -> errorOf(it).isPresent())
                .toList();
        return ended.size() == 1
                ? Optional.of("probably the %s, which exited with %s"
                        .formatted(ended.get(0).label(), errorOf(ended.get(0)).getAsInt()))
                : Optional.empty();
    }

    private OptionalInt errorOf(ContainerRole role) {
        return Optional.ofNullable(cell.containers().get(role))
                .flatMap(ContainerRecord::end)
                .filter(it -> it.how() == ContainerEnd.How.EXITED)
                .map(ContainerEnd::exitCode)
                .filter(it -> it.isPresent() && it.getAsInt() != 0)
                .orElse(OptionalInt.empty());
    }

    private Optional<String> guess() {
        var serverFailsAll = server.all() > 0 && server.passed() == 0;
        var clientFailsAll = client.all() > 0 && client.passed() == 0;
        if (serverFailsAll && clientFailsAll) {
            return Optional.of("both fail against all peers");
        }
        if (serverFailsAll && client.passed() > 0) {
            return Optional.of("probably the server");
        }
        if (clientFailsAll && server.passed() > 0) {
            return Optional.of("probably the client");
        }
        return Optional.empty();
    }

    private record Score(int failed, int passed) {
        /** Counts each peer once; one with several routes has passed if all its cells have. */
        static Score of(List<CellResult> cells, Function<CellResult, String> peer) {
            var peers = cells.stream()
                    .collect(Collectors.groupingBy(
                            peer,
                            Collectors.mapping(
                                    it -> it.verdict().outcome() == Outcome.SUCCEEDED,
                                    Collectors.reducing(true, Boolean::logicalAnd))));
            var passed = (int) peers.values().stream().filter(it -> it).count();
            return new Score(peers.size() - passed, passed);
        }

        int all() {
            return failed + passed;
        }
    }
}
