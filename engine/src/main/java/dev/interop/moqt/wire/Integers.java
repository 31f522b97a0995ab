package dev.interop.moqt.wire;

/** An encoding of integers whose first byte determines the number of bytes. */
interface Integers {
    /** The number of bytes of an integer that begins with this byte, at least 1. */
    int length(int first);

    /**
     * The value of an integer. In every draft an encoding may be longer than necessary.
     *
     * @param encoding the {@link #length} bytes of the integer
     * @return the unsigned value
     */
    long value(Bytes encoding);
}
