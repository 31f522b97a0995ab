package dev.interop.moqt.wire;

import dev.interop.trace.Address;

/**
 * A QUIC connection, known by its addresses: with UDP, its 5-tuple.
 *
 * @param client who connects
 * @param server who answers
 */
public record Connection(Address client, Address server) {
    @Override
    public String toString() {
        return client + " → " + server;
    }
}
