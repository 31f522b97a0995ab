package dev.interop.moqt.wire;

/** Variable-length integers of QUIC, of drafts up to 16 and of WebTransport's stream headers (RFC 9000 §16). */
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
