package dev.interop.webtransport;

import dev.interop.testing.TraceBuilder;
import dev.interop.trace.ConnectionClose;
import dev.interop.trace.Contents;
import dev.interop.trace.FrameType;
import dev.interop.trace.HandshakeData;
import dev.interop.trace.HttpField;
import dev.interop.trace.PacketType;
import dev.interop.trace.PathValidation;
import dev.interop.trace.ProtocolNames;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Packets with which a session is opened, one for each call. */
final class OpeningScript {
    private static final long CLIENT_CONTROL = 2;
    private static final long SERVER_CONTROL = 3;

    private final TraceBuilder packets = TraceBuilder.trace();

    TraceBuilder packets() {
        return packets;
    }

    /** Sends all packets from here on over the connection of this number. */
    OpeningScript onConnection(long number) {
        packets.connection(number);
        return this;
    }

    /** The side's first message with transport parameters of these types. */
    OpeningScript parameters(Side side, Long... types) {
        boolean isClient = side == Side.CLIENT;
        int message = isClient ? Contents.CLIENT_HELLO : Contents.ENCRYPTED_EXTENSIONS;
        var handshake =
                new HandshakeData(List.of(), List.of(message), List.of(), OptionalLong.empty(), Arrays.asList(types));
        return add(side, isClient ? PacketType.INITIAL : PacketType.HANDSHAKE, handshake, StreamFrames.NONE, List.of());
    }

    /** The side's control stream with a SETTINGS frame that has these pairs of integers. */
    OpeningScript settings(Side side, String hex) {
        return stream(side, 0, control(hex));
    }

    /** The same in two packets, the last bytes first. */
    OpeningScript settingsInPieces(Side side, String hex) {
        var whole = control(hex);
        return stream(side, 2, whole.substring(4)).stream(side, 0, whole.substring(0, 6));
    }

    private static String control(String hex) {
        return "0004%02x%s".formatted(hex.length() / 2, hex);
    }

    private OpeningScript stream(Side side, long offset, String hex) {
        return data(side, side == Side.CLIENT ? CLIENT_CONTROL : SERVER_CONTROL, offset, hex, false);
    }

    /** Bytes of a stream. */
    OpeningScript data(Side side, long stream, long offset, String hex, boolean fin) {
        var data = new StreamFrames.Data(stream, offset, hex, fin);
        return add(side, PacketType.ONE_RTT, HandshakeData.NONE, new StreamFrames(List.of(data), List.of()), List.of());
    }

    /** A frame that ends a stream early. */
    OpeningScript breaks(Side side, long stream, FrameType type) {
        var broken = new StreamFrames.Break(type, stream, 0);
        return add(
                side, PacketType.ONE_RTT, HandshakeData.NONE, new StreamFrames(List.of(), List.of(broken)), List.of());
    }

    /** Fields of a message of HTTP/3: names and values in turn. */
    OpeningScript fields(Side side, String... namesAndValues) {
        var fields = new ArrayList<HttpField>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new HttpField(namesAndValues[i], namesAndValues[i + 1]));
        }
        return add(side, PacketType.ONE_RTT, HandshakeData.NONE, StreamFrames.NONE, fields);
    }

    /** A close by the application. */
    OpeningScript close(Side side, long code) {
        return close(side, PacketType.ONE_RTT, new ConnectionClose(FrameType.CONNECTION_CLOSE_APPLICATION, code));
    }

    /** A close by the application before the handshake is confirmed. */
    OpeningScript closeInHandshake(Side side) {
        return close(side, PacketType.HANDSHAKE, new ConnectionClose(FrameType.CONNECTION_CLOSE, 0x0c));
    }

    private OpeningScript close(Side side, PacketType type, ConnectionClose close) {
        packets.packet(side, type, contents(HandshakeData.NONE, StreamFrames.NONE, Optional.of(close), List.of()));
        return this;
    }

    private OpeningScript add(
            Side side, PacketType type, HandshakeData handshake, StreamFrames streams, List<HttpField> fields) {
        packets.packet(side, type, contents(handshake, streams, Optional.empty(), fields));
        return this;
    }

    private static Contents contents(
            HandshakeData handshake, StreamFrames streams, Optional<ConnectionClose> close, List<HttpField> fields) {
        return new Contents(
                1,
                OptionalInt.empty(),
                1100,
                List.of(),
                handshake,
                PathValidation.NONE,
                streams,
                close,
                new ProtocolNames(List.of(), fields));
    }
}
