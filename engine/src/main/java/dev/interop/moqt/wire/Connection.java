package dev.interop.moqt.wire;

import dev.interop.trace.Address;
import java.util.OptionalLong;

/**
 * A QUIC connection, known by its number in the capture: a client may make several from one address, and move to another.
 * Where it has none, its addresses tell it from others.
 *
 * @param number among the connections of the capture
 * @param client who connects; where it first said something
 * @param server who answers
 */
public record Connection(OptionalLong number, Address client, Address server) {
    /** The only one of its addresses. */
    public Connection(Address client, Address server) {
        this(OptionalLong.empty(), client, server);
    }

    @Override
    public String toString() {
        return client + " → " + server;
    }
}
