package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.Routes.Cause;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Expands a selection of a registry into the cells that will run. The same input always gives the same plan. */
@API(status = Status.INTERNAL)
public final class Planner {
    /**
     * Plans every selected test case for every selected client and server on each of their routes. If no route of any pair
     * can run, the plan has no cell to run; see {@link Plan#runnable()}.
     *
     * @throws dev.interop.UserError when a name is unknown or nothing is selected
     */
    public Plan plan(Registry registry, Protocol protocol, Selection selection, long seed) {
        var clients = implementations("client")
                .select(registry.playing(protocol.name(), protocol.clientRole()), selection.clients());
        var servers = implementations("server")
                .select(registry.playing(protocol.name(), protocol.serverRole()), selection.servers());
        var tests = selection.testCases(protocol);
        var filter = selection.routes().withDefaultTarget(registry.currentTarget());
        var cells = new ArrayList<Cell>();
        var skipped = new ArrayList<Skipped>();
        var closed = new ArrayList<ClosedRoute>();
        for (var server : servers) {
            for (var client : clients) {
                var routes = protocol.routes(client, server, filter).only(filter.labels());
                routes.open().forEach(it -> cells.addAll(cells(protocol, client, server, it, tests, seed)));
                for (var closedRoute : routes.closed()) {
                    closed.add(new ClosedRoute(client, server, closedRoute));
                    if (closedRoute.cause() == Cause.NO_COMMON_VERSION) {
                        var reason = new Reason(ReasonCode.NO_COMMON_VERSION, closedRoute.text());
                        cells(protocol, client, server, closedRoute.route(), tests, seed)
                                .forEach(it -> skipped.add(new Skipped(it, reason)));
                    }
                }
            }
        }
        // The target version of the working group runs first. The sort is stable, so equal cells keep their order.
        var order = protocol.versionRelations();
        cells.sort(Comparator.comparing(
                it -> it.route().versionRelation().map(order::indexOf).orElse(0)));
        return new Plan(new Axes(protocol, clients, servers, tests), cells, skipped, closed, filter.target(), seed);
    }

    private static NameSelector<Implementation> implementations(String kind) {
        return new NameSelector<>(
                kind,
                "no %s is registered for this protocol; name a registry that has one".formatted(kind),
                Implementation::name,
                Implementation::selected);
    }

    private static List<Cell> cells(
            Protocol protocol,
            Implementation client,
            Implementation server,
            Route route,
            List<TestCase> tests,
            long seed) {
        return tests.stream()
                .map(it -> CellSeed.given(seed, new Cell(protocol, client, server, route, it, 0)))
                .toList();
    }
}
