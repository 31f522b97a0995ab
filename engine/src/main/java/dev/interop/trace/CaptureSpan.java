package dev.interop.trace;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads times from a capture without a dissector. */
@API(status = Status.INTERNAL)
public final class CaptureSpan {
    private CaptureSpan() {}

    /**
     * Seconds from the first to the last frame; if the capture is cut short, to the last complete one.
     *
     * @return empty when the capture has no frame or cannot be read
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
            // The frames before the error count.
        }
        return any ? OptionalDouble.of((last - first) / 1e9) : OptionalDouble.empty();
    }

    /**
     * The time when the client's first Initial packet was captured, in nanoseconds since the epoch.
     *
     * @return empty when there is no such packet, or the capture cannot be read
     */
    public static OptionalLong clientBegan(Path capture) {
        var udp = new UdpReader();
        var sides = new Sides();
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                var found = udp.datagram(frame.get());
                if (found.isPresent() && isFirstOfClient(found.get(), sides)) {
                    return OptionalLong.of(frame.get().nanos());
                }
            }
        } catch (TraceUnavailable none) {
            // The result is empty.
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

    /** The time of the first frame, in nanoseconds since the epoch; empty when there is no frame or no readable capture. */
    static OptionalLong began(Path capture) {
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            return reader.next().map(it -> OptionalLong.of(it.nanos())).orElseGet(OptionalLong::empty);
        } catch (TraceUnavailable none) {
            return OptionalLong.empty();
        }
    }
}
