package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much of a capture is read; each depth includes the one before. A dissection costs 0.3 s of a processor, and 3 s more
 * for each 100 MB that are dissected; reading headers takes almost no time.
 */
@API(status = Status.EXPERIMENTAL)
public enum Depth {
    /** The unprotected header of every packet, read without the dissector. */
    HEADERS,
    /** Also the contents of all packets with a long header, which have the handshake. */
    HANDSHAKE,
    /** Also the contents of all 1-RTT packets, which are usually most packets of a capture. */
    FULL,
    /** Also the data of streams, which needs as much memory as was transferred. */
    STREAMS,
    /** Also the types of all transport parameters, of which no verdict depends, but explanations do. */
    PARAMETERS
}
