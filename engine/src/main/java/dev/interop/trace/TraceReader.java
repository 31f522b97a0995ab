package dev.interop.trace;

import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads the captures of a recording: unprotected headers without a tool, everything else with one pass of tshark. */
@API(status = Status.INTERNAL)
public final class TraceReader {
    private static final String KEYS = "keys.log";
    private static final List<String> PROTOCOLS = List.of("raw", "ip", "ipv6", "udp", "quic", "tls");
    /** Enabled from {@link Depth#STREAMS} on. */
    private static final String HTTP = "http3";

    private final DissectionTool tool;
    private final Path temporary;

    /**
     * Creates a reader that uses a tool.
     *
     * @param tool runs tshark, version 4.4 or later
     */
    public TraceReader(DissectionTool tool) {
        this(tool, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param temporary the folder of the copies for the tool
     */
    TraceReader(DissectionTool tool, Path temporary) {
        this.tool = tool;
        this.temporary = temporary;
    }

    /**
     * Reads the capture that was made on one side of the simulator.
     *
     * @return the packets that were captured and can be read; {@link Trace#completeness()} says whether these are all
     * @throws TraceUnavailable when the capture is missing or damaged, or the dissector fails because of it
     * @throws DissectionFailed when this machine has no room, memory or dissector to read it
     */
    public Trace read(Recording recording, Side side, Depth depth) {
        var capture = side == Side.CLIENT ? recording.clientTrace() : recording.serverTrace();
        var name = recording.folder().relativize(capture).toString().replace('\\', '/');
        try {
            if (depth == Depth.HEADERS) {
                var read = packets(recording, name, capture, entry -> {});
                return new Trace(name, read.packets(), false, CaptureSpan.began(capture), read.completeness());
            }
            var copy = Files.createTempFile(temporary, "interop", ".pcap");
            var keys = Files.createTempFile(temporary, "interop", ".keys");
            try {
                return dissected(recording, name, capture, depth, copy, keys);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(keys);
            }
        } catch (IOException e) {
            // The dissector's own failures are told apart where it is run; what is left are the copies for it.
            throw DissectionFailed.ofCopies(temporary, e);
        }
    }

    private Trace dissected(Recording recording, String name, Path capture, Depth depth, Path copy, Path keys)
            throws IOException {
        PacketReader.Packets read;
        var copied = new ArrayList<Integer>();
        try (var split = new SplitCapture(copy)) {
            var order = new RetryOrder(entry -> {
                split.add(entry);
                copied.add(entry.index());
                if (depth.compareTo(Depth.FULL) >= 0 || entry.header().type() != PacketType.ONE_RTT) {
                    split.mark();
                }
            });
            read = packets(recording, name, capture, order::add);
            order.finish();
            // Everything before the last long header stays, since that packet's connection ID may have been issued
            // there.
            copied.subList(split.cutAtMark(), copied.size()).clear();
        }
        var packets = read.packets();
        var missing = Keylog.join(recording, keys);
        boolean decrypted = missing.isPresent();
        var file = capture.getFileName().toString();
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(file, copy);
        if (decrypted) {
            files.put(KEYS, keys);
        }
        var command = command(file, decrypted, serverPort(packets), depth);
        run(name, files, command, Field.arguments(depth), new Dissection(packets, copied, depth)::read);
        if (depth.compareTo(Depth.STREAMS) >= 0) {
            var unknown = copied.stream()
                    .filter(it -> packets.get(it)
                            .contents()
                            .filter(has -> has.has(FrameType.RESET_STREAM_AT))
                            .isPresent())
                    .toList();
            if (!unknown.isEmpty()) {
                var dump = new PayloadDump();
                run(name, files, command, PayloadDump.ARGUMENTS, dump::read);
                parsePayloads(packets, unknown, dump.payloads());
            }
        }
        RetriedConnections.merge(packets);
        var completeness = depth.compareTo(Depth.FULL) < 0
                ? read.completeness()
                : missing.map(it -> read.completeness().withSealed(it.unread(packets)))
                        .orElse(read.completeness());
        return new Trace(name, packets, decrypted, CaptureSpan.began(capture), completeness);
    }

    private void run(
            String name,
            Map<String, Path> files,
            List<String> command,
            List<String> arguments,
            DissectionTool.OutputReader stdout) {
        var whole = Stream.concat(command.stream(), arguments.stream()).toList();
        try {
            var exit = tool.run(files, whole, stdout);
            DissectionFailed.throwIfOfMachine(exit);
            if (exit.code() != 0) {
                throw new IOException("exit code " + exit.code() + ": " + lastLine(exit.stderr()));
            }
        } catch (IOException e) {
            throw TraceUnavailable.unreadable(name + ": dissection failed: " + e.getMessage());
        }
    }

    /** Parses payloads that the dissector could not; a packet that cannot be parsed here either stays as it is. */
    private static void parsePayloads(List<Packet> packets, List<Integer> unknown, List<byte[]> payloads) {
        if (payloads.size() != unknown.size()) {
            return;
        }
        for (int i = 0; i < unknown.size(); i++) {
            int index = unknown.get(i);
            var packet = packets.get(index);
            var payload = payloads.get(i);
            packet.contents()
                    .flatMap(it -> PayloadReader.read(payload, it))
                    .ifPresent(it -> packets.set(index, packet.with(it)));
        }
    }

    private static List<String> command(String file, boolean keys, OptionalInt serverPort, Depth depth) {
        var command = new ArrayList<>(List.of("tshark", "-n", "-r", file, "--disable-all-protocols"));
        for (var protocol : PROTOCOLS) {
            command.addAll(List.of("--enable-protocol", protocol));
        }
        if (depth.compareTo(Depth.STREAMS) >= 0) {
            command.addAll(List.of("--enable-protocol", HTTP));
        }
        if (keys) {
            command.addAll(List.of("-o", "tls.keylog_file:" + KEYS));
        }
        serverPort.ifPresent(port -> command.addAll(List.of("-d", "udp.port==" + port + ",quic")));
        return command;
    }

    private static OptionalInt serverPort(List<Packet> packets) {
        return packets.stream()
                .map(Packet::datagram)
                .mapToInt(it -> (it.from() == Side.CLIENT ? it.destination() : it.source()).port())
                .findFirst();
    }

    private static PacketReader.Packets packets(Recording recording, String name, Path capture, RetryOrder.Sink sink)
            throws IOException {
        return new PacketReader(name, sink).read(capture, CaptureLoss.reportedBy(recording));
    }

    private static String lastLine(String stderr) {
        return stderr.strip().lines().reduce((a, b) -> b).orElse("no error output");
    }
}
