package dev.interop.testbed.cell;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One cell to be run.
 *
 * @param protocol the protocol
 * @param client the side that connects
 * @param server the side that answers
 * @param route the route from the client to the server
 * @param test the test case
 * @param seed the seed of all random values of the cell, except the files' content
 * @param folder the folder of the recording; does not exist yet or is empty
 * @param clientStdout gets the bytes of the client's standard output as they come, one call at a time in a thread of its
 *     own, and all of them before the run returns
 * @param stopObserver sees what runs in the containers when they are stopped
 */
@API(status = Status.INTERNAL)
public record CellJob(
        Protocol protocol,
        Implementation client,
        Implementation server,
        Route route,
        TestCase test,
        long seed,
        Path folder,
        Consumer<byte[]> clientStdout,
        StopObserver stopObserver) {
    /** A cell without a stop observer. */
    public CellJob(
            Protocol protocol,
            Implementation client,
            Implementation server,
            Route route,
            TestCase test,
            long seed,
            Path folder,
            Consumer<byte[]> clientStdout) {
        this(protocol, client, server, route, test, seed, folder, clientStdout, StopObserver.NOBODY);
    }

    /** The endpoint of the client in this cell. */
    Endpoint clientEndpoint() {
        return route.endpoint(client, protocol.clientRole());
    }

    /** The endpoint of the server in this cell. */
    Endpoint serverEndpoint() {
        return route.endpoint(server, protocol.serverRole());
    }
}
