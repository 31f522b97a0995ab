package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * A stream's ID, which has the side that opened the stream and whether it is bidirectional (RFC 9000 §2.1).
 *
 * @param number the ID
 */
record StreamId(long number) {
    Side opener() {
        return (number & 1) == 0 ? Side.CLIENT : Side.SERVER;
    }

    boolean isUnidirectional() {
        return (number & 2) != 0;
    }
}
