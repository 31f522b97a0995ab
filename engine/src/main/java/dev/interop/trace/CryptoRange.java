package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The part of a TLS byte stream that a CRYPTO frame carries (RFC 9000 §19.6).
 *
 * @param offset the offset of the first byte
 * @param length the number of bytes
 */
@API(status = Status.EXPERIMENTAL)
public record CryptoRange(long offset, long length) {
    /** The offset after the last byte. */
    public long end() {
        return offset + length;
    }

    /** Whether both ranges have a byte in common. */
    public boolean overlaps(CryptoRange other) {
        return offset < other.end() && other.offset < end();
    }
}
