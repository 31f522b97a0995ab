package dev.interop.trace;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How long a capture lasts. Needs no dissector. */
public final class CaptureSpan {
    private CaptureSpan() {}

    /**
     * Seconds between the first and the last frame; of a capture that is cut short, up to the cut.
     *
     * @return empty when there is no frame or no readable capture
     */
    public static OptionalDouble of(Path capture) {
        long first = 0;
        long last = 0;
        boolean any = false;
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                last = frame.get().nanos();
                first = any ? first : last;
                any = true;
            }
        } catch (TraceUnavailable cut) {
            // what came before still counts
        }
        return any ? OptionalDouble.of((last - first) / 1e9) : OptionalDouble.empty();
    }

    /**
     * When the first packet of the client's was captured that asks for a QUIC connection, nanoseconds since the epoch.
     *
     * @return empty when there is none to be read
     */
    public static OptionalLong clientBegan(Path capture) {
        var udp = new UdpReader();
        var sides = new Sides();
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                var found = udp.read(frame.get());
                if (found.isPresent() && isFirstOfClient(found.get(), sides)) {
                    return OptionalLong.of(frame.get().nanos());
                }
            }
        } catch (TraceUnavailable none) {
            // told as empty
        }
        return OptionalLong.empty();
    }

    private static boolean isFirstOfClient(UdpReader.Udp udp, Sides sides) {
        var source = Address.of(udp.source(), udp.sourcePort());
        var destination = Address.of(udp.destination(), udp.destinationPort());
        var headers = QuicHeaders.of(udp.payload());
        return sides.sender(udp, source, destination) == Side.CLIENT
                && !headers.isEmpty()
                && headers.get(0).type() == PacketType.INITIAL;
    }

    /** When the first frame was captured, nanoseconds since the epoch; empty when there is none to be read. */
    static OptionalLong began(Path capture) {
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            return reader.next().map(it -> OptionalLong.of(it.nanos())).orElseGet(OptionalLong::empty);
        } catch (TraceUnavailable none) {
            return OptionalLong.empty();
        }
    }
}
