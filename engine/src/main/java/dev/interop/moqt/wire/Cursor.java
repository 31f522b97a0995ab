package dev.interop.moqt.wire;

/** Reads bytes in order and never beyond their end. */
final class Cursor {
    private final Bytes bytes;
    private final Integers integers;
    private int position;

    Cursor(Bytes bytes, Integers integers) {
        this(bytes, integers, 0);
    }

    Cursor(Bytes bytes, Integers integers, int position) {
        this.bytes = bytes;
        this.integers = integers;
        this.position = position;
    }

    /** Creates a cursor for other bytes with the same encoding of integers. */
    Cursor over(Bytes others) {
        return new Cursor(others, integers);
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.size() - position;
    }

    /** Reads an unsigned variable-length integer. */
    long integer(String what) throws MalformedException {
        require(1, what);
        return integers.value(take(integers.length(bytes.at(position)), what));
    }

    /** Reads a byte. */
    int octet(String what) throws MalformedException {
        return take(1, what).at(0);
    }

    /** Reads bytes that follow their length. */
    Bytes prefixed(String what) throws MalformedException {
        return take(integer(what + "'s length"), what);
    }

    Bytes take(long count, String what) throws MalformedException {
        require(count, what);
        return slice((int) count);
    }

    /** Reads bytes that are known to be left. */
    Bytes slice(int count) {
        int start = position;
        position += count;
        return bytes.slice(start, position);
    }

    Bytes rest() {
        return slice(remaining());
    }

    void end() throws MalformedException {
        if (remaining() > 0) {
            throw new MalformedException(remaining() + " bytes too many");
        }
    }

    private void require(long count, String what) throws MalformedException {
        if (Long.compareUnsigned(count, remaining()) > 0) {
            throw new MalformedException("ends within " + what + ": " + remaining() + " of "
                    + Long.toUnsignedString(count) + " bytes are there");
        }
    }
}
