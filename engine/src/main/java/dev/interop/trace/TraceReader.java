package dev.interop.trace;

import dev.interop.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the captures of a recording: their unprotected headers without a tool, the rest with one pass of tshark. */
public final class TraceReader {
    /** 25 MB beside as much TCP make 70,000 packets. */
    private static final int MOST_PACKETS = 1_000_000;
    /** A full frame holds a few hundred QUIC frames; a longer line is hostile. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final String KEYS = "keys.log";
    private static final List<String> PROTOCOLS = List.of("raw", "ip", "ipv6", "udp", "quic", "tls");

    private final DissectionTool tool;
    private final UdpReader udp = new UdpReader();

    /**
     * A reader that uses this tool.
     *
     * @param tool runs tshark, version 4.4 or later
     */
    public TraceReader(DissectionTool tool) {
        this.tool = tool;
    }

    /**
     * A capture's packets as their unprotected headers show them. Cheap: needs no tool.
     *
     * @throws TraceUnavailable when there is no sound and complete capture
     */
    public Trace headers(Recording recording, Path capture) {
        try {
            return new Trace(nameOf(recording, capture), packets(recording, capture, (nanos, it, header) -> {}), false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A capture's packets with what is behind their protection.
     *
     * @throws TraceUnavailable when there is no sound and complete capture, or the dissector fails
     */
    public Trace dissected(Recording recording, Path capture) {
        try {
            var copy = Files.createTempFile("interop", ".pcap");
            try {
                return dissected(recording, capture, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw TraceUnavailable.unreadable(nameOf(recording, capture) + ": dissection failed: " + e.getMessage());
        }
    }

    private Trace dissected(Recording recording, Path capture, Path copy) throws IOException {
        List<Packet> packets;
        try (var split = new SplitCapture(copy)) {
            packets = packets(
                    recording,
                    capture,
                    (nanos, datagram, header) -> split.add(nanos, datagram, header.offset(), header.length()));
        }
        var keylog = Keylog.of(recording);
        var file = capture.getFileName().toString();
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(file, copy);
        keylog.ifPresent(it -> files.put(KEYS, it));
        var exit = tool.run(
                files, command(file, keylog.isPresent(), serverPort(packets)), stdout -> fill(packets, stdout));
        if (exit.code() != 0) {
            throw new IOException("exit code " + exit.code() + ": " + lastLine(exit.stderr()));
        }
        return new Trace(nameOf(recording, capture), packets, keylog.isPresent());
    }

    private static List<String> command(String file, boolean keys, OptionalInt serverPort) {
        var command = new ArrayList<>(List.of("tshark", "-n", "-r", file, "--disable-all-protocols"));
        for (var protocol : PROTOCOLS) {
            command.addAll(List.of("--enable-protocol", protocol));
        }
        if (keys) {
            command.addAll(List.of("-o", "tls.keylog_file:" + KEYS));
        }
        serverPort.ifPresent(port -> command.addAll(List.of("-d", "udp.port==" + port + ",quic")));
        command.addAll(Field.arguments());
        return command;
    }

    private static OptionalInt serverPort(List<Packet> packets) {
        return packets.stream()
                .map(Packet::datagram)
                .mapToInt(it -> (it.from() == Side.CLIENT ? it.destination() : it.source()).port())
                .findFirst();
    }

    /** Takes each packet as it is read. */
    private interface Sink {
        void take(long nanos, UdpReader.Udp datagram, QuicHeaders.Header header) throws IOException;
    }

    private List<Packet> packets(Recording recording, Path capture, Sink sink) throws IOException {
        var name = nameOf(recording, capture);
        var packets = new ArrayList<Packet>();
        var sides = new Sides();
        long lost = CaptureLoss.told(recording);
        try (var reader = CaptureReader.open(name, capture)) {
            long first = 0;
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var frame = next.get();
                first = frame.number() == 1 ? frame.nanos() : first;
                var found = udp.read(frame);
                if (found.isEmpty()) {
                    continue;
                }
                var datagram = datagram(frame, first, found.get(), sides);
                for (var header : QuicHeaders.of(found.get().payload())) {
                    packets.add(packet(datagram, header));
                    sink.take(frame.nanos(), found.get(), header);
                }
                if (packets.size() > MOST_PACKETS) {
                    throw TraceUnavailable.unreadable(name + ": more than " + MOST_PACKETS + " packets");
                }
            }
            lost += reader.lost();
        }
        if (lost > 0) {
            throw TraceUnavailable.missing(name + ": the capture lost " + lost + " packets");
        }
        return packets;
    }

    private static Datagram datagram(Frame frame, long first, UdpReader.Udp udp, Sides sides) {
        var source = Address.of(udp.source(), udp.sourcePort());
        var destination = Address.of(udp.destination(), udp.destinationPort());
        return new Datagram(
                frame.number(),
                (frame.nanos() - first) / 1e9,
                sides.sender(udp, source, destination),
                source,
                destination,
                udp.ecn(),
                udp.payload().length);
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

    /** Adds to each packet what the dissector's line of the same number says. */
    private static void fill(List<Packet> packets, InputStream stdout) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.ISO_8859_1));
        int done = 0;
        for (var line = boundedLine(lines); line.isPresent(); line = boundedLine(lines)) {
            var fields = FieldLine.parse(line.get());
            if (done >= packets.size() || fields.frame() != done + 1) {
                throw TraceUnavailable.unreadable("the dissector gave a line of frame " + fields.frame() + " after "
                        + done + " of " + packets.size());
            }
            packets.set(done, filled(packets.get(done), fields));
            done++;
        }
        if (done < packets.size()) {
            throw new IOException("the dissector ended after " + done + " of " + packets.size() + " packets");
        }
    }

    private static Packet filled(Packet packet, FieldLine fields) {
        return new Packet(
                packet.datagram(),
                packet.type(),
                packet.version(),
                packet.type() == PacketType.ONE_RTT ? fields.dcid() : packet.dcid(),
                packet.scid(),
                packet.token(),
                packet.length(),
                packet.protectedLength(),
                fields.contents(packet));
    }

    private static Optional<String> boundedLine(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            if (line.length() >= LONGEST_LINE) {
                throw TraceUnavailable.unreadable("the dissector gave a line of more than " + LONGEST_LINE + " bytes");
            }
            line.append((char) c);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    private static String lastLine(String stderr) {
        return stderr.strip().lines().reduce((a, b) -> b).orElse("it said nothing");
    }

    private static String nameOf(Recording recording, Path capture) {
        return recording.folder().relativize(capture).toString().replace('\\', '/');
    }
}
