package dev.interop.cli;

import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Route;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A route from a client to a server, with all of its test cases.
 *
 * @param client the client
 * @param server the server
 * @param route the route
 * @param servedAt the server's image, or its URL where it is remote
 * @param tests the names of its test cases
 */
record PlannedPair(Implementation client, Implementation server, Route route, String servedAt, List<String> tests) {
    PlannedPair {
        tests = List.copyOf(tests);
    }

    /** The pairs of a plan, in its order. A route's label is unique among those of a pair. */
    static List<PlannedPair> of(Plan plan) {
        var byPair = new LinkedHashMap<List<String>, List<Cell>>();
        plan.cells()
                .forEach(it -> byPair.computeIfAbsent(
                                List.of(
                                        it.client().name(),
                                        it.server().name(),
                                        it.route().label()),
                                key -> new ArrayList<>())
                        .add(it));
        return byPair.values().stream().map(PlannedPair::of).toList();
    }

    private static PlannedPair of(List<Cell> cells) {
        var first = cells.get(0);
        return new PlannedPair(
                first.client(),
                first.server(),
                first.route(),
                first.route()
                        .remote()
                        .map(RemoteEndpoint::url)
                        .orElseGet(() -> first.serverEndpoint().image().orElse("")),
                cells.stream().map(it -> it.test().name()).toList());
    }
}
