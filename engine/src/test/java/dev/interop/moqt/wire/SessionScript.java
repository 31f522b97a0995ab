package dev.interop.moqt.wire;

import dev.interop.trace.Address;
import dev.interop.trace.ConnectionClose;
import dev.interop.trace.FrameType;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A script of what two endpoints send: one STREAM frame per packet, numbered from 1. */
final class SessionScript {
    static final Connection CONNECTION = connection(50000);

    private final List<StreamFragment> fragments = new ArrayList<>();
    private final List<StreamEnd> ends = new ArrayList<>();
    private final List<CapturedStreams.CapturedClose> closes = new ArrayList<>();
    private final List<SelectedProtocol> protocols = new ArrayList<>();
    private final Map<String, Long> sent = new HashMap<>();
    private Connection connection = CONNECTION;
    private long packets;

    static Connection connection(int clientPort) {
        return new Connection(new Address("172.20.0.3", clientPort), new Address("172.20.0.2", 4443));
    }

    /** Sends the following steps on the connection from this port. */
    SessionScript on(int clientPort) {
        connection = connection(clientPort);
        return this;
    }

    /** The client sends bytes, in {@link ByteNotation}, after its earlier ones on the stream. */
    SessionScript client(long stream, String notation) {
        return send(Side.CLIENT, stream, notation);
    }

    /** The server sends bytes, in {@link ByteNotation}, after its earlier ones on the stream. */
    SessionScript server(long stream, String notation) {
        return send(Side.SERVER, stream, notation);
    }

    /** A side ends a stream, with code 1 for a reset or STOP_SENDING. */
    SessionScript end(Side from, long stream, StreamEnd.How how) {
        return end(from, stream, how, 1);
    }

    /** A side ends a stream, with this code for a reset or STOP_SENDING. */
    SessionScript end(Side from, long stream, StreamEnd.How how, long number) {
        var code = how.isAbrupt() ? OptionalLong.of(number) : OptionalLong.empty();
        ends.add(new StreamEnd(connection, stream, from, how, code, place()));
        return this;
    }

    /** A side closes the connection. */
    SessionScript close(Side from, FrameType type, long code) {
        return close(from, PacketType.ONE_RTT, type, code);
    }

    /** A side closes the connection in a packet of this type. */
    SessionScript close(Side from, PacketType packet, FrameType type, long code) {
        closes.add(
                new CapturedStreams.CapturedClose(connection, from, packet, new ConnectionClose(type, code), place()));
        return this;
    }

    /** The server selects a protocol by ALPN. */
    SessionScript alpn(String name) {
        protocols.add(new SelectedProtocol(connection, Transport.QUIC, name, place()));
        return this;
    }

    /** The server answers a CONNECT with such a wt-protocol. */
    SessionScript wtProtocol(String value) {
        protocols.add(new SelectedProtocol(connection, Transport.WEBTRANSPORT, value, place()));
        return this;
    }

    /** Bytes of a stream are sent, but not captured. */
    SessionScript lost(Side from, long stream, int count) {
        sent.merge(connection + "/" + from + stream, (long) count, Long::sum);
        return this;
    }

    /** Reads the only session. */
    ControlSession read(MoqtDraft draft, Transport transport) {
        var all = readAll(draft, transport);
        if (all.size() != 1) {
            throw new AssertionError("sessions: " + all);
        }
        return all.get(0);
    }

    /** Reads all sessions. */
    List<ControlSession> readAll(MoqtDraft draft, Transport transport) {
        return new ControlSessionReader(draft, transport).read(new CapturedStreams(fragments, ends, closes, protocols));
    }

    List<StreamFragment> fragments() {
        return List.copyOf(fragments);
    }

    List<StreamEnd> ends() {
        return List.copyOf(ends);
    }

    private SessionScript send(Side from, long stream, String notation) {
        var bytes = ByteNotation.bytes(notation);
        var key = connection + "/" + from + stream;
        fragments.add(new StreamFragment(connection, stream, from, sent.getOrDefault(key, 0L), bytes, place()));
        sent.merge(key, (long) bytes.size(), Long::sum);
        return this;
    }

    private CapturePosition place() {
        packets++;
        return new CapturePosition(packets, packets / 1000.0, 0);
    }
}
