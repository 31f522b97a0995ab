package dev.interop.moqt.wire;

import dev.interop.trace.ConnectionClose;
import dev.interop.trace.Contents;
import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The streams in a trace.
 *
 * @param fragments the data of the streams
 * @param ends the ends of the streams
 * @param closes the CONNECTION_CLOSE frames
 * @param protocols the application protocols that servers selected
 */
record CapturedStreams(
        List<StreamFragment> fragments,
        List<StreamEnd> ends,
        List<CapturedClose> closes,
        List<SelectedProtocol> protocols) {
    private static final String WT_PROTOCOL = "wt-protocol";

    /**
     * A CONNECTION_CLOSE frame.
     *
     * @param connection the connection
     * @param from the side that closes the connection
     * @param packet the type of the packet with the frame
     * @param frame the frame
     * @param place the position in the capture
     */
    record CapturedClose(
            Connection connection, Side from, PacketType packet, ConnectionClose frame, CapturePosition place) {
        /** RFC 9000 §20.1. */
        private static final long APPLICATION_ERROR = 0xc;

        /**
         * Whether the frame replaces a close by the application. Before the handshake is confirmed, an endpoint closes with
         * this frame in Initial and Handshake packets, which must not have the application's code, and with the real close in
         * a 1-RTT packet (RFC 9000 §10.2.3).
         */
        boolean isReplacement() {
            return (packet == PacketType.INITIAL || packet == PacketType.HANDSHAKE)
                    && frame.type() == FrameType.CONNECTION_CLOSE
                    && frame.code() == APPLICATION_ERROR;
        }
    }

    /** All streams of a trace that was read with {@link dev.interop.trace.Depth#STREAMS}. */
    static CapturedStreams in(Trace trace) {
        var streams = new CapturedStreams(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var numbered = new HashMap<Long, Connection>();
        for (var packet : trace.packets()) {
            packet.contents().ifPresent(it -> streams.add(packet, it, connection(packet, numbered)));
        }
        return streams;
    }

    private static Connection connection(Packet packet, Map<Long, Connection> numbered) {
        var datagram = packet.datagram();
        boolean isClients = packet.from() == Side.CLIENT;
        var client = isClients ? datagram.source() : datagram.destination();
        var server = isClients ? datagram.destination() : datagram.source();
        var number = packet.connection();
        return number.isEmpty()
                ? new Connection(client, server)
                : numbered.computeIfAbsent(number.getAsLong(), it -> new Connection(number, client, server));
    }

    private void add(Packet packet, Contents contents, Connection connection) {
        var from = packet.from();
        for (var data : contents.streams().data()) {
            var place = place(packet);
            var bytes = Bytes.ofHex(data.bytes());
            fragments.add(new StreamFragment(connection, data.stream(), from, data.offset(), bytes, place));
            if (data.fin()) {
                ends.add(
                        new StreamEnd(connection, data.stream(), from, StreamEnd.How.FIN, OptionalLong.empty(), place));
            }
        }
        for (var broken : contents.streams().breaks()) {
            var code = OptionalLong.of(broken.code());
            ends.add(new StreamEnd(connection, broken.stream(), from, how(broken.type()), code, place(packet)));
        }
        contents.close()
                .ifPresent(it -> closes.add(new CapturedClose(connection, from, packet.type(), it, place(packet))));
        if (from == Side.SERVER) {
            for (var name : contents.protocols().alpn()) {
                protocols.add(new SelectedProtocol(connection, Transport.QUIC, name, place(packet)));
            }
            contents.protocols().fields().stream()
                    .filter(it -> it.name().equals(WT_PROTOCOL))
                    .forEach(it -> protocols.add(
                            new SelectedProtocol(connection, Transport.WEBTRANSPORT, it.value(), place(packet))));
        }
    }

    private static StreamEnd.How how(FrameType type) {
        return switch (type) {
            case RESET_STREAM -> StreamEnd.How.RESET_STREAM;
            case RESET_STREAM_AT -> StreamEnd.How.RESET_STREAM_AT;
            default -> StreamEnd.How.STOP_SENDING;
        };
    }

    private CapturePosition place(Packet packet) {
        return new CapturePosition(
                packet.number(), packet.time(), fragments.size() + ends.size() + closes.size() + protocols.size());
    }
}
