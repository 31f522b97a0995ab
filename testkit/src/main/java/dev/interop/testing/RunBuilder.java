package dev.interop.testing;

import dev.interop.plan.Axes;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds the result of a run for tests. By default every cell passed. */
@API(status = Status.EXPERIMENTAL)
public final class RunBuilder {
    private final List<Implementation> clients;
    private final List<Implementation> servers;
    private final List<TestCase> tests;
    private final Map<String, CellResult> cells = new LinkedHashMap<>();

    private RunBuilder(List<Implementation> clients, List<Implementation> servers, List<TestCase> tests) {
        this.clients = clients;
        this.servers = servers;
        this.tests = tests;
    }

    /** Starts a run of these clients against these servers, names separated by spaces. */
    public static RunBuilder run(String clients, String servers, TestCase... tests) {
        var builder = new RunBuilder(named(clients), named(servers), List.of(tests));
        for (var client : builder.clients) {
            for (var server : builder.servers) {
                for (var test : tests) {
                    builder.with(CellBuilder.cell(client.name(), server.name(), test.name()));
                }
            }
        }
        return builder;
    }

    /** The run has this cell in place of the one with the same ID. */
    public RunBuilder with(CellBuilder cell) {
        var built = cell.build();
        cells.put(built.id(), built);
        return this;
    }

    /** The run has no cell of this test case between client and server. */
    public RunBuilder without(String client, String server, String test) {
        cells.values()
                .removeIf(it -> it.client().equals(client)
                        && it.server().equals(server)
                        && it.test().equals(test));
        return this;
    }

    /** Builds the run, which took 6 minutes and 40 seconds. */
    public RunResult build() {
        var started = Instant.parse("2026-11-22T16:10:00.250Z");
        return new RunResult(
                new Axes(new SimpleProtocol(tests), clients, servers, tests),
                new ArrayList<>(cells.values()),
                started,
                started.plusSeconds(400),
                1234567,
                Optional.empty());
    }

    private static List<Implementation> named(String names) {
        return Stream.of(names.split(" ")).map(Implementations::named).toList();
    }
}
