package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;

/**
 * One test case between one client and one server: the unit that runs, is judged and is shown.
 *
 * @param protocol the protocol
 * @param client the side that connects
 * @param server the side that answers
 * @param route how the one gets to the other
 * @param test the test case
 * @param seed where the cell's randomness comes from; the same for the same run seed and cell
 */
public record Cell(
        Protocol protocol, Implementation client, Implementation server, Route route, TestCase test, long seed) {
    /** How the client plays its role in this cell. */
    public Endpoint clientEndpoint() {
        return route.endpoint(client, protocol.clientRole());
    }

    /** How the server plays its role in this cell. */
    public Endpoint serverEndpoint() {
        return route.endpoint(server, protocol.serverRole());
    }

    /** Unique within a run and the same in each run: {@code PROTOCOL/SERVER_CLIENT[/ROUTE]/TEST}. */
    public String id() {
        return protocol.name() + "/" + place();
    }

    private String place() {
        var way = route.label().isEmpty() ? "" : route.label() + "/";
        return server.name() + "_" + client.name() + "/" + way + test.name();
    }

    /** The test case, and over what where a pair has several routes: {@code setup-only over webtransport}. */
    public String title() {
        return route.label().isEmpty() ? test.name() : test.name() + " over " + route.label();
    }

    /** The folder of its recording, relative to the run's folder. */
    public String logs() {
        return protocol.name() + "/logs/" + place();
    }
}
