package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.recording.CellIdentity;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One test case between one client and one server on one route: the unit that runs, gets a verdict and is reported.
 *
 * @param protocol the protocol
 * @param client the implementation that connects
 * @param server the implementation that accepts connections
 * @param route how the client reaches the server
 * @param test the test case
 * @param seed the seed of the cell's random values; the run's seed and the cell's ID determine it
 */
@API(status = Status.EXPERIMENTAL)
public record Cell(
        Protocol protocol, Implementation client, Implementation server, Route route, TestCase test, long seed) {
    /** The client's endpoint in the version of this cell's route. */
    public Endpoint clientEndpoint() {
        return route.endpoint(client, protocol.clientRole());
    }

    /** The server's endpoint in the version of this cell's route. */
    public Endpoint serverEndpoint() {
        return route.endpoint(server, protocol.serverRole());
    }

    /** The same cell with the seed of its n-th attempt; {@code this} is the first one. */
    public Cell attempt(int number) {
        return new Cell(protocol, client, server, route, test, CellSeed.again(seed, number));
    }

    /** Which cell it is, as recordings and results keep it. */
    public CellIdentity identity() {
        return new CellIdentity(protocol.name(), client.name(), server.name(), test.name(), route.recorded());
    }

    /** The cell's ID, unique within a run and the same in every run: {@code PROTOCOL/SERVER_CLIENT[/ROUTE]/TEST}. */
    public String id() {
        return identity().id();
    }

    /** The test case's name, followed by the route's where a pair has several: {@code setup-only over webtransport}. */
    public String title() {
        return identity().title();
    }

    /** The folder of the cell's recording, relative to the run's folder. */
    public String logs() {
        return identity().logs();
    }
}
