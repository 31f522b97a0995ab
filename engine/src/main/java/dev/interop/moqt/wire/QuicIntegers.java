package dev.interop.moqt.wire;

/** Variable-length integers of QUIC (RFC 9000 §16), used by drafts up to 16 and WebTransport's stream headers. */
final class QuicIntegers implements Integers {
    @Override
    public int length(int first) {
        return 1 << (first >> 6);
    }

    @Override
    public long value(Bytes encoding) {
        long value = encoding.at(0) & 0x3f;
        for (int i = 1; i < encoding.size(); i++) {
            value = value << 8 | encoding.at(i);
        }
        return value;
    }
}
