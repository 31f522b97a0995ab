package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;

/**
 * One test case between one client and one server: the unit that runs, is judged and is shown.
 *
 * @param protocol the protocol
 * @param client the side that connects
 * @param server the side that answers
 * @param test the test case
 * @param seed where the cell's randomness comes from; the same for the same run seed and cell
 */
public record Cell(Protocol protocol, Implementation client, Implementation server, TestCase test, long seed) {
    /** Unique within a run and the same in each run: {@code PROTOCOL/SERVER_CLIENT/TEST}. */
    public String id() {
        return protocol.name() + "/" + server.name() + "_" + client.name() + "/" + test.name();
    }

    /** The folder of its recording, relative to the run's folder. */
    public String logs() {
        return protocol.name() + "/logs/" + server.name() + "_" + client.name() + "/" + test.name();
    }
}
