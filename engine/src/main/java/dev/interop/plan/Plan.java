package dev.interop.plan;

import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.expectation.Expectations;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The cells that a run will execute, in order, and those that it will not, with the reason.
 *
 * @param axes the matrix, of which the cells are a part
 * @param cells the cells to run, in order: pairs at the target version first, then by server, client and test case
 * @param skipped the cells that do not run but are reported
 * @param closed every route that is not run, including those that a filter excludes
 * @param target the version that the versions of routes are compared with, if there is one
 * @param seed the run's seed, from which every cell's seed is derived
 * @param expectations the cells that are known to fail
 */
@API(status = Status.EXPERIMENTAL)
public record Plan(
        Axes axes,
        List<Cell> cells,
        List<Skipped> skipped,
        List<ClosedRoute> closed,
        Optional<ProtocolVersion> target,
        long seed,
        Expectations expectations) {
    private static final int SHOWN_REASONS = 3;

    public Plan {
        cells = List.copyOf(cells);
        skipped = List.copyOf(skipped);
        closed = List.copyOf(closed);
    }

    /** A plan of cells of which nothing is known. */
    public Plan(
            Axes axes,
            List<Cell> cells,
            List<Skipped> skipped,
            List<ClosedRoute> closed,
            Optional<ProtocolVersion> target,
            long seed) {
        this(axes, cells, skipped, closed, target, seed, Expectations.NONE);
    }

    /** The same plan of cells of which this is known. */
    public Plan expecting(Expectations known) {
        return new Plan(axes, cells, skipped, closed, target, seed, known);
    }

    /** The protocol. */
    public Protocol protocol() {
        return axes.protocol();
    }

    /** The rows of the matrix. */
    public List<Implementation> clients() {
        return axes.clients();
    }

    /** The columns of the matrix. */
    public List<Implementation> servers() {
        return axes.servers();
    }

    /** The test cases. */
    public List<TestCase> tests() {
        return axes.tests();
    }

    /**
     * Returns this plan if it has cells to run.
     *
     * @throws UserError when it has none; the message has the first reasons
     */
    public Plan runnable() {
        if (cells.isEmpty()) {
            var why = closed.stream()
                    .map(it -> it.closed().text())
                    .distinct()
                    .limit(SHOWN_REASONS)
                    .collect(Collectors.joining("; "));
            throw new UserError("nothing is left to run: %s".formatted(why))
                    .pointingAt("All reasons", "plan with the same options");
        }
        return this;
    }

    /** How many lanes the plan can keep busy: as many as wanted, but not more than it has cells. */
    public int lanes(int wanted) {
        return Math.max(1, Math.min(wanted, cells.size()));
    }

    /** All cells that are reported: first those that run, then those that are skipped. */
    public Stream<Cell> all() {
        return Stream.concat(cells.stream(), skipped.stream().map(Skipped::cell));
    }

    /** This plan with the random values of another seed. */
    public Plan withSeed(long other) {
        return new Plan(
                axes,
                cells.stream().map(it -> CellSeed.given(other, it)).toList(),
                skipped.stream()
                        .map(it -> new Skipped(CellSeed.given(other, it.cell()), it.reason()))
                        .toList(),
                closed,
                target,
                other,
                expectations);
    }

    /** This plan reduced to the pairs that this implementation is one of, and to the routes of these. */
    public Plan of(String implementation) {
        var pairs = only(it -> isOne(it.client(), it.server(), implementation));
        return new Plan(
                pairs.axes,
                pairs.cells,
                pairs.skipped,
                closed.stream()
                        .filter(it -> isOne(it.client(), it.server(), implementation))
                        .toList(),
                target,
                seed,
                expectations);
    }

    private static boolean isOne(Implementation client, Implementation server, String name) {
        return client.name().equals(name) || server.name().equals(name);
    }

    /** This plan reduced to some cells, and to the clients, servers and test cases that still have one. */
    public Plan only(Predicate<Cell> keep) {
        var kept = cells.stream().filter(keep).toList();
        var keptSkipped = skipped.stream().filter(it -> keep.test(it.cell())).toList();
        var left = Stream.concat(kept.stream(), keptSkipped.stream().map(Skipped::cell))
                .toList();
        var keptClients = left.stream().map(it -> it.client().name()).collect(Collectors.toSet());
        var keptServers = left.stream().map(it -> it.server().name()).collect(Collectors.toSet());
        var keptTests = left.stream().map(it -> it.test().name()).collect(Collectors.toSet());
        return new Plan(
                axes.only(
                        it -> keptClients.contains(it.name()),
                        it -> keptServers.contains(it.name()),
                        it -> keptTests.contains(it.name())),
                kept,
                keptSkipped,
                closed,
                target,
                seed,
                expectations);
    }
}
