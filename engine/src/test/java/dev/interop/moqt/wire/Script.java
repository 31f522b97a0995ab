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

/** What two endpoints send in a test: one STREAM frame a packet, numbered from 1. */
final class Script {
    static final Connection CONNECTION = connection(50000);

    private final List<StreamFragment> fragments = new ArrayList<>();
    private final List<StreamEnd> ends = new ArrayList<>();
    private final List<SeenStreams.SeenClose> closes = new ArrayList<>();
    private final List<SeenProtocol> protocols = new ArrayList<>();
    private final Map<String, Long> sent = new HashMap<>();
    private Connection connection = CONNECTION;
    private long packets;

    static Connection connection(int clientPort) {
        return new Connection(new Address("172.20.0.3", clientPort), new Address("172.20.0.2", 4443));
    }

    /** What follows is sent on the connection from this port. */
    Script on(int clientPort) {
        connection = connection(clientPort);
        return this;
    }

    /** The client sends bytes, in {@link Notation}, behind those that it sent before on that stream. */
    Script client(long stream, String notation) {
        return send(Side.CLIENT, stream, notation);
    }

    /** The server sends bytes, in {@link Notation}, behind those that it sent before on that stream. */
    Script server(long stream, String notation) {
        return send(Side.SERVER, stream, notation);
    }

    /** A side ends a stream, with code 1 where it breaks it off. */
    Script end(Side from, long stream, StreamEnd.How how) {
        return end(from, stream, how, 1);
    }

    /** A side ends a stream, with this code where it breaks it off. */
    Script end(Side from, long stream, StreamEnd.How how, long number) {
        var code = how.isAbrupt() ? OptionalLong.of(number) : OptionalLong.empty();
        ends.add(new StreamEnd(connection, stream, from, how, code, place()));
        return this;
    }

    /** A side closes the connection. */
    Script close(Side from, FrameType type, long code) {
        return close(from, PacketType.ONE_RTT, type, code);
    }

    /** A side closes the connection in a packet of this type. */
    Script close(Side from, PacketType packet, FrameType type, long code) {
        closes.add(new SeenStreams.SeenClose(connection, from, packet, new ConnectionClose(type, code), place()));
        return this;
    }

    /** The server selects a protocol by ALPN. */
    Script alpn(String name) {
        protocols.add(new SeenProtocol(connection, Transport.QUIC, name, place()));
        return this;
    }

    /** The server answers a CONNECT with such a wt-protocol. */
    Script wtProtocol(String value) {
        protocols.add(new SeenProtocol(connection, Transport.WEBTRANSPORT, value, place()));
        return this;
    }

    /** Bytes of a stream are sent, but not captured. */
    Script lost(Side from, long stream, int count) {
        sent.merge(connection + "/" + from + stream, (long) count, Long::sum);
        return this;
    }

    /** The only conversation. */
    ControlSession read(MoqtDraft draft, Transport transport) {
        var all = readAll(draft, transport);
        if (all.size() != 1) {
            throw new AssertionError("conversations: " + all);
        }
        return all.get(0);
    }

    /** All conversations. */
    List<ControlSession> readAll(MoqtDraft draft, Transport transport) {
        return new ControlSessionReader(draft, transport).read(new SeenStreams(fragments, ends, closes, protocols));
    }

    List<StreamFragment> fragments() {
        return List.copyOf(fragments);
    }

    List<StreamEnd> ends() {
        return List.copyOf(ends);
    }

    private Script send(Side from, long stream, String notation) {
        var bytes = Notation.bytes(notation);
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
