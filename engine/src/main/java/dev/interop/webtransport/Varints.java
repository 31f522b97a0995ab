package dev.interop.webtransport;

import java.util.HexFormat;
import java.util.OptionalLong;

/** Reads integers of variable length (RFC 9000 §16) from the start of a stream. */
final class Varints {
    private final byte[] bytes;
    private int position;

    private Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    static Varints of(String hex) {
        return new Varints(HexFormat.of().parseHex(hex));
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    /** The next integer; empty if the bytes end before it does. */
    OptionalLong next() {
        if (remaining() < 1) {
            return OptionalLong.empty();
        }
        int length = 1 << (bytes[position] >> 6 & 0b11);
        if (remaining() < length) {
            return OptionalLong.empty();
        }
        long value = bytes[position] & 0x3f;
        for (int i = 1; i < length; i++) {
            value = value << 8 | bytes[position + i] & 0xff;
        }
        position += length;
        return OptionalLong.of(value);
    }
}
