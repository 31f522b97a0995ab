package dev.interop.trace;

/** How much of a capture is read. Less is cheaper: a dissection of 3 MB costs half a second, headers cost nothing. */
public enum Depth {
    /** Every packet's unprotected header. Takes no dissection. */
    HEADERS,
    /** That, and the contents of all packets with a long header: what sets connections up. */
    HANDSHAKE,
    /** That, and the contents of all 1-RTT packets; of those there are many. */
    FULL,
    /** That, and what streams carry: as much again as was transferred. */
    STREAMS
}
