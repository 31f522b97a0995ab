package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * A stream's number, which says who opened it and whether it goes both ways (RFC 9000 §2.1).
 *
 * @param number its ID
 */
record StreamId(long number) {
    Side opener() {
        return (number & 1) == 0 ? Side.CLIENT : Side.SERVER;
    }

    boolean isUnidirectional() {
        return (number & 2) != 0;
    }
}
