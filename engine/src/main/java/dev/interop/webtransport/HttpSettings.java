package dev.interop.webtransport;

import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import dev.interop.trace.Trace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The settings of HTTP/3 that a side sent (RFC 9114 §7.2.4): the first frame of its control stream.
 *
 * @param values the settings by their identifiers
 * @param in the packet with which the frame was complete
 */
record HttpSettings(Map<Long, Long> values, Packet in) {
    private static final long CONTROL_STREAM = 0x00;
    private static final long SETTINGS = 0x04;
    /** More than settings need; what comes later in a stream is not looked at. */
    private static final long MOST_BYTES = 4096;

    /** The low bits of the ID of a unidirectional stream say that it is one, and who opened it (RFC 9000 §2.1). */
    private static final long KIND = 0b11;

    private static final long OF_CLIENT = 0b10;
    private static final long OF_SERVER = 0b11;

    HttpSettings {
        values = Map.copyOf(values);
    }

    /** The settings that a side sent; empty if none were seen. */
    static Optional<HttpSettings> sentBy(Side side, Trace trace) {
        var streams = new LinkedHashMap<StreamKey, Map<Long, StreamFrames.Data>>();
        for (var packet : trace.packets()) {
            if (packet.from() != side || packet.contents().isEmpty()) {
                continue;
            }
            for (var data : packet.contents().get().streams().data()) {
                if ((data.stream() & KIND) != (side == Side.CLIENT ? OF_CLIENT : OF_SERVER)
                        || data.offset() >= MOST_BYTES) {
                    continue;
                }
                var pieces = streams.computeIfAbsent(
                        new StreamKey(packet.connection(), data.stream()), none -> new HashMap<>());
                pieces.putIfAbsent(data.offset(), data);
                var settings = parse(start(List.copyOf(pieces.values())));
                if (settings.isPresent()) {
                    return Optional.of(new HttpSettings(settings.get(), packet));
                }
            }
        }
        return Optional.empty();
    }

    private record StreamKey(OptionalLong connection, long stream) {}

    /** The bytes of a stream up to the first gap. */
    private static Varints start(List<StreamFrames.Data> pieces) {
        var bytes = new StringBuilder();
        for (var piece : pieces.stream()
                .sorted(Comparator.comparing(StreamFrames.Data::offset))
                .toList()) {
            long known = bytes.length() / 2;
            if (piece.offset() > known) {
                break;
            }
            int again = (int) Math.min(known - piece.offset(), piece.bytes().length() / 2);
            bytes.append(piece.bytes(), again * 2, piece.bytes().length());
        }
        return Varints.of(bytes.toString());
    }

    /** The settings; empty if this is no control stream, or if not all of the frame is there. */
    private static Optional<Map<Long, Long>> parse(Varints stream) {
        var kind = stream.next();
        var frame = stream.next();
        var length = stream.next();
        if (!kind.equals(OptionalLong.of(CONTROL_STREAM))
                || !frame.equals(OptionalLong.of(SETTINGS))
                || length.isEmpty()
                || length.getAsLong() > stream.remaining()) {
            return Optional.empty();
        }
        long end = stream.position() + length.getAsLong();
        var settings = new HashMap<Long, Long>();
        while (stream.position() < end) {
            var identifier = stream.next();
            var value = stream.next();
            if (identifier.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            settings.put(identifier.getAsLong(), value.getAsLong());
        }
        return Optional.of(settings);
    }
}
