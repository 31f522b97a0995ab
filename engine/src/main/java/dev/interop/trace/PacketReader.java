package dev.interop.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the unprotected headers of a capture's QUIC packets, and counts what it cannot read. */
final class PacketReader {
    /** A slow transfer of 25 MB with TCP traffic beside it has 180,000 packets. */
    private static final int MAX_PACKETS = 1_000_000;

    /** What the link carries in 200 s; packets may have to wait in memory for the dissector. */
    private static final long MAX_BYTES = 256L << 20;

    private final UdpReader udp = new UdpReader();
    private final Sides sides = new Sides();
    private final CompletenessCounter counter = new CompletenessCounter();
    private final List<Packet> packets = new ArrayList<>();
    private final String name;
    private final RetryOrder.Sink sink;
    private long first;
    private long bytes;

    /**
     * @param name the capture's name in messages
     * @param sink takes each packet for the dissector
     */
    PacketReader(String name, RetryOrder.Sink sink) {
        this.name = name;
        this.sink = sink;
    }

    /**
     * The packets of a capture.
     *
     * @param packets the packets in order; a dissection replaces some of them
     * @param completeness whether these are all packets that were sent
     */
    record Packets(List<Packet> packets, Completeness completeness) {}

    /**
     * Reads a capture.
     *
     * @param lost the number of frames that the capturing program reported as lost
     * @throws TraceUnavailable when there is no capture or it is damaged
     */
    Packets read(Path capture, long lost) throws IOException {
        try (var reader = CaptureReader.open(name, capture)) {
            readAll(reader);
            long all = lost + reader.lost();
            if (all > 0) {
                counter.absent(name + ": the capture lost " + all + " packets");
            }
        }
        return new Packets(packets, counter.result());
    }

    private void readAll(CaptureReader reader) throws IOException {
        long number = 0;
        try {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                number = next.get().number();
                read(next.get());
                bytes += next.get().bytes().length;
                if (packets.size() > MAX_PACKETS || bytes > MAX_BYTES) {
                    counter.absent("%s: more than %s packets or %s bytes, not read after frame %s"
                            .formatted(name, MAX_PACKETS, MAX_BYTES, number));
                    return;
                }
            }
        } catch (TraceUnavailable cut) {
            if (!cut.isMissing()) {
                throw cut;
            }
            counter.absent(cut.getMessage() + " after frame " + number);
        }
    }

    private void read(Frame frame) throws IOException {
        first = frame.number() == 1 ? frame.nanos() : first;
        var reading = udp.read(frame);
        if (reading instanceof UdpReader.Udp datagram) {
            add(frame, datagram);
            return;
        }
        var from = sides.sender(reading);
        counter.frame(from, frame.nanos(), frame.bytes().length);
        if (reading instanceof UdpReader.Unread unread) {
            counter.unread(from, frame.number(), unread.why());
        }
    }

    private void add(Frame frame, UdpReader.Udp raw) throws IOException {
        var source = Address.of(raw.source(), raw.sourcePort());
        var destination = Address.of(raw.destination(), raw.destinationPort());
        var datagram = new Datagram(
                frame.number(),
                (frame.nanos() - first) / 1e9,
                sides.sender(raw, source, destination),
                source,
                destination,
                raw.ecn(),
                raw.payload().length + raw.missing(),
                Fingerprint.of(raw.payload()));
        counter.frame(Optional.of(datagram.from()), frame.nanos(), frame.bytes().length);
        if (raw.missing() > 0) {
            counter.unread(
                    Optional.of(datagram.from()),
                    frame.number(),
                    frame.bytes().length + " of its " + frame.sentLength() + " bytes were captured");
        }
        for (var header : QuicHeaders.of(raw.payload())) {
            sink.take(new RetryOrder.Entry(datagram, raw, frame.nanos(), header, packets.size()));
            packets.add(packet(datagram, header));
        }
    }

    private static Packet packet(Datagram datagram, QuicHeaders.Header header) {
        return new Packet(
                datagram,
                header.type(),
                header.version(),
                header.dcid(),
                header.scid(),
                header.token(),
                header.length(),
                header.protectedLength(),
                Optional.empty());
    }
}
