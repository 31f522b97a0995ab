package dev.interop.quic;

import dev.interop.trace.Address;
import dev.interop.trace.Datagram;
import dev.interop.trace.Side;

/** A network path of a connection: the addresses of both sides (RFC 9000 §9). */
record NetworkPath(Address client, Address server) {
    /** The path that a datagram takes. */
    static NetworkPath of(Datagram datagram) {
        return datagram.from() == Side.CLIENT
                ? new NetworkPath(datagram.source(), datagram.destination())
                : new NetworkPath(datagram.destination(), datagram.source());
    }
}
