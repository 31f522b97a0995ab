package dev.interop.moqt.wire;

/** Reads bytes from left to right, never beyond their end. */
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

    /** One that reads other bytes in the same way. */
    Cursor over(Bytes others) {
        return new Cursor(others, integers);
    }

    int position() {
        return position;
    }

    int left() {
        return bytes.size() - position;
    }

    /** A variable-length integer, unsigned. */
    long integer(String what) throws Malformation {
        require(1, what);
        return integers.value(take(integers.length(bytes.at(position)), what));
    }

    /** A byte. */
    int octet(String what) throws Malformation {
        return take(1, what).at(0);
    }

    /** Bytes with their length before them. */
    Bytes prefixed(String what) throws Malformation {
        return take(integer(what + "'s length"), what);
    }

    Bytes take(long count, String what) throws Malformation {
        require(count, what);
        return slice((int) count);
    }

    /** Bytes that are known to be there. */
    Bytes slice(int count) {
        int start = position;
        position += count;
        return bytes.slice(start, position);
    }

    Bytes rest() {
        return slice(left());
    }

    void end() throws Malformation {
        if (left() > 0) {
            throw new Malformation(left() + " bytes too many");
        }
    }

    private void require(long count, String what) throws Malformation {
        if (Long.compareUnsigned(count, left()) > 0) {
            throw new Malformation(
                    "ends within " + what + ": " + left() + " of " + Long.toUnsignedString(count) + " bytes are there");
        }
    }
}
