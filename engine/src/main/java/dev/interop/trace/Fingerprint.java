package dev.interop.trace;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Hashes payloads, so that a datagram is found again in another capture. */
final class Fingerprint {
    private Fingerprint() {}

    /** A checksum of the payload, and its last bytes: those of an authentication tag, which look random (RFC 9001 §5.3). */
    static long of(byte[] payload) {
        var checksum = new CRC32C();
        checksum.update(payload);
        var tail = ByteBuffer.allocate(Integer.BYTES);
        int length = Math.min(payload.length, Integer.BYTES);
        tail.put(payload, payload.length - length, length);
        return checksum.getValue() << Integer.SIZE | Integer.toUnsignedLong(tail.getInt(0));
    }
}
