package dev.interop.moqt.wire;

import dev.interop.trace.Address;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A QUIC connection. Its number in the capture identifies it, since a client may make several connections from one address and
 * migrate to another; without a number its addresses identify it.
 *
 * @param number the connection's number in the capture
 * @param client the client's first address
 * @param server the server's address
 */
@API(status = Status.INTERNAL)
public record Connection(OptionalLong number, Address client, Address server) {
    /** Creates a connection that its addresses identify. */
    public Connection(Address client, Address server) {
        this(OptionalLong.empty(), client, server);
    }

    @Override
    public String toString() {
        return client + " → " + server;
    }
}
