package dev.interop.trace;

/**
 * The part of a TLS byte stream that a CRYPTO frame carries (RFC 9000 §19.6).
 *
 * @param offset of the first byte
 * @param length bytes
 */
public record CryptoRange(long offset, long length) {
    /** The offset behind the last byte. */
    public long end() {
        return offset + length;
    }

    /** Whether both carry a common byte. */
    public boolean overlaps(CryptoRange other) {
        return offset < other.end() && other.offset < end();
    }
}
