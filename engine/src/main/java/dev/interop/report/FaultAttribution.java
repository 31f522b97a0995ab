package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Names the endpoint that is probably at fault for a failed cell, by comparison with the same test case against other
 * peers.
 */
final class FaultAttribution {
    private final CellResult cell;
    private final Score server;
    private final Score client;

    private FaultAttribution(CellResult cell, Collection<CellResult> cells) {
        this.cell = cell;
        this.server = Score.of(others(
                cells,
                it -> it.server().equals(cell.server())
                        && it.route().url().equals(cell.route().url())));
        this.client = Score.of(others(cells, it -> it.client().equals(cell.client())));
    }

    /** One sentence; empty if there is no other peer to compare with. */
    static Optional<String> of(CellResult cell, Collection<CellResult> cells) {
        var blame = new FaultAttribution(cell, cells);
        return blame.server.all() + blame.client.all() == 0 ? Optional.empty() : Optional.of(blame.text());
    }

    /** The other cells of this test case and {@code peer} that succeeded or failed. */
    private List<CellResult> others(Collection<CellResult> cells, Predicate<CellResult> peer) {
        return cells.stream()
                .filter(it -> !it.client().equals(cell.client()) || !it.server().equals(cell.server()))
                .filter(it -> it.protocol().equals(cell.protocol()) && it.test().equals(cell.test()))
                .filter(it -> it.route().transport().equals(cell.route().transport())
                        && it.route().version().equals(cell.route().version()))
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED
                        || it.verdict().outcome() == Outcome.FAILED)
                .filter(peer)
                .toList();
    }

    private String text() {
        var record = "this server fails it with %s of %s clients; this client passes it with %s of %s servers"
                .formatted(server.failed() + 1, server.all() + 1, client.passed(), client.all() + 1);
        return guess().map(it -> it + ": " + record).orElse(record);
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
        static Score of(List<CellResult> cells) {
            var passed = (int) cells.stream()
                    .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED)
                    .count();
            return new Score(cells.size() - passed, passed);
        }

        int all() {
            return failed + passed;
        }
    }
}
