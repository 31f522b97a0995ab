package dev.interop.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the datagrams that were sent just before and after a packet. */
@API(status = Status.EXPERIMENTAL)
public final class PacketsAround {
    private PacketsAround() {}

    /**
     * A datagram near the packet in question.
     *
     * @param number the frame's number in the capture, from 1
     * @param time seconds since the capture's first frame
     * @param from the side that sent it
     * @param length the number of bytes of the UDP payload
     * @param packets a description of each QUIC packet in the datagram, in order
     */
    public record NearbyDatagram(
            @JsonProperty(value = "packet", required = true) long number,
            @JsonProperty(required = true) double time,
            @JsonProperty(required = true) Side from,
            @JsonProperty(required = true) int length,
            @JsonProperty(value = "holds", required = true) List<String> packets) {
        public NearbyDatagram {
            packets = List.copyOf(packets);
        }
    }

    /**
     * The datagrams around a frame and the frame's own, with their contents as far as the trace has them.
     *
     * @param trace the trace of the capture
     * @param number the frame's number, from 1
     * @param each the highest number of datagrams before the frame, and after it
     * @return the datagrams in order; none when there is no such frame
     */
    public static List<NearbyDatagram> of(Trace trace, long number, int each) {
        var datagrams = new LinkedHashMap<Datagram, List<String>>();
        trace.packets()
                .forEach(it -> datagrams
                        .computeIfAbsent(it.datagram(), first -> new ArrayList<>())
                        .add(PacketDescription.of(it)));
        var all = List.copyOf(datagrams.keySet());
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).number() == number) {
                return all.subList(Math.max(0, i - each), Math.min(all.size(), i + each + 1)).stream()
                        .map(it ->
                                new NearbyDatagram(it.number(), it.time(), it.from(), it.length(), datagrams.get(it)))
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * The datagrams around a frame and the frame's own, read from unprotected headers without the dissector.
     *
     * @param capture the capture
     * @param number the frame's number, from 1
     * @param each the highest number of datagrams before the frame, and after it
     * @return the datagrams in order, as far as the capture can be read
     */
    public static List<NearbyDatagram> of(Path capture, long number, int each) {
        Deque<NearbyDatagram> before = new ArrayDeque<>();
        var rest = new ArrayList<NearbyDatagram>();
        var udp = new UdpReader();
        var sides = new Sides();
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            long first = 0;
            var after = 0;
            for (var next = reader.next(); next.isPresent() && after < each; next = reader.next()) {
                var frame = next.get();
                first = frame.number() == 1 ? frame.nanos() : first;
                var found = udp.datagram(frame);
                if (found.isEmpty()) {
                    continue;
                }
                var nearby = nearby(frame, first, found.get(), sides);
                if (frame.number() < number) {
                    before.add(nearby);
                    if (before.size() > each) {
                        before.remove();
                    }
                } else {
                    rest.add(nearby);
                    after += frame.number() > number ? 1 : 0;
                }
            }
        } catch (TraceUnavailable cut) {
            // The frames before the error count.
        }
        var all = new ArrayList<>(before);
        all.addAll(rest);
        return List.copyOf(all);
    }

    private static NearbyDatagram nearby(Frame frame, long first, UdpReader.Udp udp, Sides sides) {
        var source = Address.of(udp.source(), udp.sourcePort());
        var destination = Address.of(udp.destination(), udp.destinationPort());
        return new NearbyDatagram(
                frame.number(),
                (frame.nanos() - first) / 1e9,
                sides.sender(udp, source, destination),
                udp.payload().length,
                QuicHeaders.of(udp.payload()).stream()
                        .map(it -> it.type().title())
                        .toList());
    }
}
