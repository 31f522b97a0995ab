package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one direction of the stream of a CONNECT request: HTTP/3 frames (RFC 9114 §7.1), whose DATA frames have capsules
 * (RFC 9297 §3.2).
 */
final class ConnectStream {
    private static final long DATA = 0x00;
    private static final long CLOSE_WEBTRANSPORT_SESSION = 0x2843;
    private static final int CODE_BYTES = 4;

    private ConnectStream() {}

    /** Finds the first complete capsule that closes the session. */
    static Optional<SessionEnd> close(Side from, StreamBytes direction) {
        var content = ByteBuffer.allocate(direction.bytes().size());
        // The offset in the stream for each offset in the content of DATA frames.
        var offsets = new TreeMap<Integer, Integer>();
        var frames = new Cursor(direction.bytes(), new QuicIntegers());
        try {
            while (frames.remaining() > 0) {
                long type = frames.integer("a frame's type");
                long length = frames.integer("a frame's length");
                int there = (int) Math.min(length, frames.remaining());
                if (type == DATA) {
                    offsets.put(content.position(), frames.position());
                    frames.slice(there).copyTo(content);
                } else {
                    frames.slice(there);
                }
            }
        } catch (MalformedException unfinished) {
            // The frames before the malformed one count.
        }
        return capsule(from, Bytes.of(Arrays.copyOf(content.array(), content.position())), offsets, direction);
    }

    private static Optional<SessionEnd> capsule(
            Side from, Bytes content, TreeMap<Integer, Integer> offsets, StreamBytes direction) {
        var capsules = new Cursor(content, new QuicIntegers());
        try {
            while (capsules.remaining() > 0) {
                int start = capsules.position();
                long type = capsules.integer("a capsule's type");
                var value = capsules.prefixed("a capsule");
                if (type == CLOSE_WEBTRANSPORT_SESSION) {
                    var frame = offsets.floorEntry(start);
                    var place = direction.place(frame.getValue() + start - frame.getKey());
                    return Optional.of(
                            value.size() < CODE_BYTES
                                    ? new SessionEnd(from, SessionEnd.How.BAD_CAPSULE, 0, place)
                                    : new SessionEnd(from, SessionEnd.How.CAPSULE, code(value), place));
                }
            }
        } catch (MalformedException unfinished) {
            // There is no complete capsule.
        }
        return Optional.empty();
    }

    private static long code(Bytes value) {
        long code = 0;
        for (int i = 0; i < CODE_BYTES; i++) {
            code = code << 8 | value.at(i);
        }
        return code;
    }
}
