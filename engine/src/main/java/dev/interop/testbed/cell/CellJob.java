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
 * @param route how the client gets to the server
 * @param test the test case
 * @param seed where all randomness of the cell comes from, but for the files' content
 * @param folder where the recording is to lie; does not exist yet or is empty
 * @param clientStdout gets the bytes of the client's standard output as they come, one call at a time in a thread of its
 *     own; has got them all when the run returns
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
    /** One that nobody looks on at. */
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

    /** How the client plays its role in this cell. */
    Endpoint clientEndpoint() {
        return route.endpoint(client, protocol.clientRole());
    }

    /** How the server plays its role in this cell. */
    Endpoint serverEndpoint() {
        return route.endpoint(server, protocol.serverRole());
    }
}
