package dev.interop.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Adds the dissector's output to the packets that it describes, line by line as it comes. */
final class Dissection {
    /** A full frame holds a few hundred QUIC frames; a longer line is hostile. */
    private static final int LONGEST_LINE = 1 << 20;
    /** Limits the stream data that is kept in memory: 32 MB, which are 64 MB of hexadecimal digits. */
    private static final long MOST_DIGITS = 64L << 20;

    private final List<Packet> packets;
    private final List<Integer> frames;
    private final Depth depth;
    private long digits;

    /**
     * Creates a dissection of packets.
     *
     * @param packets all packets of the capture; those that are dissected are replaced in this list
     * @param frames for each frame that the dissector gets, the index of its packet in {@code packets}
     * @param depth the depth that the dissector was asked for
     */
    Dissection(List<Packet> packets, List<Integer> frames, Depth depth) {
        this.packets = packets;
        this.frames = frames;
        this.depth = depth;
    }

    /**
     * Reads the dissector's output to its end.
     *
     * @throws TraceUnavailable when the output does not have the expected form
     * @throws IOException when the output ends early
     */
    void read(InputStream stdout) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.ISO_8859_1));
        int done = 0;
        for (var line = next(lines); line.isPresent(); line = next(lines)) {
            var fields = FieldLine.parse(line.get(), depth);
            if (done >= frames.size() || fields.frame() != done + 1) {
                throw TraceUnavailable.unreadable("the dissector gave a line of frame " + fields.frame() + " after "
                        + done + " of " + frames.size());
            }
            limit(fields.streamDigits());
            packets.set(frames.get(done), with(fields, packets.get(frames.get(done))));
            done++;
        }
        if (done < frames.size()) {
            throw new IOException("the dissector ended after " + done + " of " + frames.size() + " packets");
        }
    }

    private void limit(long more) {
        digits += more;
        if (digits > MOST_DIGITS) {
            throw TraceUnavailable.flooded("the streams carry more than " + MOST_DIGITS / 2 + " bytes");
        }
    }

    private static Packet with(FieldLine fields, Packet packet) {
        return new Packet(
                packet.datagram(),
                packet.type(),
                packet.version(),
                packet.type() == PacketType.ONE_RTT ? fields.dcid() : packet.dcid(),
                packet.scid(),
                packet.token(),
                packet.length(),
                packet.protectedLength(),
                fields.contents(packet),
                fields.connection());
    }

    private static Optional<String> next(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            if (line.length() >= LONGEST_LINE) {
                throw TraceUnavailable.flooded("the dissector gave a line of more than " + LONGEST_LINE + " bytes");
            }
            line.append((char) c);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
}
