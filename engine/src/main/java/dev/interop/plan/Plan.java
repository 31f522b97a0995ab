package dev.interop.plan;

import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What will run, in which order, and why the rest does not.
 *
 * @param protocol the protocol
 * @param clients the matrix's rows
 * @param servers its columns
 * @param tests the test cases
 * @param cells what runs: server by server, client by client, test case by test case
 * @param skipped what does not and is reported
 * @param closed every route that is not run, also those that a filter left out
 * @param target the version that pairs are compared with, where there is one
 * @param seed where all randomness comes from
 */
public record Plan(
        Protocol protocol,
        List<Implementation> clients,
        List<Implementation> servers,
        List<TestCase> tests,
        List<Cell> cells,
        List<Skipped> skipped,
        List<ClosedRoute> closed,
        Optional<String> target,
        long seed) {
    private static final int SHOWN_REASONS = 3;

    public Plan {
        clients = List.copyOf(clients);
        servers = List.copyOf(servers);
        tests = List.copyOf(tests);
        cells = List.copyOf(cells);
        skipped = List.copyOf(skipped);
        closed = List.copyOf(closed);
    }

    /**
     * This plan, which has cells to run.
     *
     * @throws UserError when it has none; with the first reasons why
     */
    public Plan runnable() {
        if (cells.isEmpty()) {
            var why = closed.stream()
                    .map(it -> it.closed().text())
                    .distinct()
                    .limit(SHOWN_REASONS)
                    .collect(Collectors.joining("; "));
            throw new UserError(
                    "nothing is left to run: %s. All reasons: ./interop plan with the same options".formatted(why));
        }
        return this;
    }

    /** Every cell that is reported: those that run, then those that do not. */
    public Stream<Cell> all() {
        return Stream.concat(cells.stream(), skipped.stream().map(Skipped::cell));
    }

    /** The same plan with only these cells, and only the clients, servers and test cases that still have one. */
    public Plan only(Predicate<Cell> keep) {
        var kept = cells.stream().filter(keep).toList();
        var keptSkipped = skipped.stream().filter(it -> keep.test(it.cell())).toList();
        Predicate<Predicate<Cell>> anywhere =
                wanted -> kept.stream().anyMatch(wanted) || keptSkipped.stream().anyMatch(it -> wanted.test(it.cell()));
        return new Plan(
                protocol,
                clients.stream()
                        .filter(it -> anywhere.test(cell -> cell.client().equals(it)))
                        .toList(),
                servers.stream()
                        .filter(it -> anywhere.test(cell -> cell.server().equals(it)))
                        .toList(),
                tests.stream()
                        .filter(it -> anywhere.test(cell -> cell.test().name().equals(it.name())))
                        .toList(),
                kept,
                keptSkipped,
                closed,
                target,
                seed);
    }
}
