package dev.interop.testing;

import dev.interop.trace.Address;
import dev.interop.trace.Completeness;
import dev.interop.trace.Contents;
import dev.interop.trace.CryptoRange;
import dev.interop.trace.Datagram;
import dev.interop.trace.FrameType;
import dev.interop.trace.HandshakeData;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.PathValidation;
import dev.interop.trace.ProtocolNames;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import dev.interop.trace.Trace;
import dev.interop.trace.UnreadFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds a trace for tests, with one packet in each datagram. */
@API(status = Status.EXPERIMENTAL)
public final class TraceBuilder {
    private final List<Packet> packets = new ArrayList<>();
    private final List<UnreadFrames> unread = new ArrayList<>();
    private Address client = new Address("193.167.0.100", 50000);
    private Address server = new Address("193.167.100.100", 443);
    private int ecn;
    private String dcid = "";
    private String scid = "aa";
    private String token = "";
    private long version = 1;
    private OptionalLong connection = OptionalLong.empty();

    /** Starts an empty trace. */
    public static TraceBuilder trace() {
        return new TraceBuilder();
    }

    /** Sends all packets from here on between the server and this address of the client. */
    public TraceBuilder client(Address address) {
        client = address;
        return this;
    }

    /** Sends all packets from here on between the client and this address of the server. */
    public TraceBuilder server(Address address) {
        server = address;
        return this;
    }

    /** Sends all packets from here on with this ECN mark in the IP header. */
    public TraceBuilder ecn(int mark) {
        ecn = mark;
        return this;
    }

    /** Sends all packets from here on to this connection ID. */
    public TraceBuilder dcid(String id) {
        dcid = id;
        return this;
    }

    /** Sends all packets from here on with this source connection ID. */
    public TraceBuilder scid(String id) {
        scid = id;
        return this;
    }

    /** Sends all packets from here on over the connection of this number. */
    public TraceBuilder connection(long number) {
        connection = OptionalLong.of(number);
        return this;
    }

    /** Sends all packets from here on with this version in their long headers. */
    public TraceBuilder version(long number) {
        version = number;
        return this;
    }

    /** Sends all packets from here on with this token. */
    public TraceBuilder token(String hex) {
        token = hex;
        return this;
    }

    /** Adds an Initial packet of the client with a ClientHello that offers these cipher suites. */
    public TraceBuilder clientHello(Integer... suites) {
        var hello = new HandshakeData(List.of(), List.of(Contents.CLIENT_HELLO), List.of(suites), OptionalLong.empty());
        return add(Side.CLIENT, PacketType.INITIAL, Optional.of(contents(hello, StreamFrames.NONE)));
    }

    /** Adds a 1-RTT packet with this key phase. */
    public TraceBuilder keyPhase(Side from, int phase) {
        return oneRtt(from, phase, List.of(1L), PathValidation.NONE);
    }

    /** Adds a 1-RTT packet with frames of these types. */
    public TraceBuilder frames(Side from, FrameType... types) {
        var codes = Arrays.stream(types).map(FrameType::code).toList();
        return oneRtt(from, 0, codes, PathValidation.NONE);
    }

    /** Adds a 1-RTT packet with a PATH_CHALLENGE. */
    public TraceBuilder pathChallenge(Side from, String data) {
        return path(from, FrameType.PATH_CHALLENGE, new PathValidation(List.of(data), List.of()));
    }

    /** Adds a 1-RTT packet with a PATH_RESPONSE. */
    public TraceBuilder pathResponse(Side from, String data) {
        return path(from, FrameType.PATH_RESPONSE, new PathValidation(List.of(), List.of(data)));
    }

    /** Adds a Handshake packet of the server with EncryptedExtensions that select this application protocol. */
    public TraceBuilder alpn(String... names) {
        var handshake =
                new HandshakeData(List.of(), List.of(Contents.ENCRYPTED_EXTENSIONS), List.of(), OptionalLong.empty());
        return add(
                Side.SERVER,
                PacketType.HANDSHAKE,
                Optional.of(new Contents(
                        packets.size(),
                        OptionalInt.empty(),
                        1100,
                        List.of(FrameType.CRYPTO.code()),
                        handshake,
                        PathValidation.NONE,
                        StreamFrames.NONE,
                        Optional.empty(),
                        new ProtocolNames(List.of(names), List.of()))));
    }

    private TraceBuilder path(Side from, FrameType type, PathValidation validation) {
        return oneRtt(from, 0, List.of(type.code()), validation);
    }

    private TraceBuilder oneRtt(Side from, int phase, List<Long> frames, PathValidation path) {
        var contents = new Contents(
                packets.size(),
                OptionalInt.of(phase),
                1100,
                frames,
                HandshakeData.NONE,
                path,
                StreamFrames.NONE,
                Optional.empty(),
                ProtocolNames.NONE);
        return add(from, PacketType.ONE_RTT, Optional.of(contents));
    }

    /** Adds a packet that could not be decrypted. */
    public TraceBuilder sealed(Side from, PacketType type) {
        return add(from, type, Optional.empty());
    }

    /** Adds a packet with CRYPTO frames. */
    public TraceBuilder crypto(Side from, PacketType type, CryptoRange... ranges) {
        return add(from, type, Optional.of(handshake(List.of(ranges), List.of(), OptionalLong.empty())));
    }

    /** Adds a packet that completes TLS handshake messages. */
    public TraceBuilder messages(Side from, PacketType type, Integer... messages) {
        return add(from, type, Optional.of(handshake(List.of(), List.of(messages), OptionalLong.empty())));
    }

    /** Adds a packet with EncryptedExtensions that contain initial_max_streams_bidi. */
    public TraceBuilder maxStreamsBidi(Side from, long value) {
        var messages = List.of(Contents.ENCRYPTED_EXTENSIONS);
        return add(from, PacketType.HANDSHAKE, Optional.of(handshake(List.of(), messages, OptionalLong.of(value))));
    }

    /** Adds a packet with frames about streams. */
    public TraceBuilder streams(Side from, StreamFrames streams) {
        return add(from, PacketType.ONE_RTT, Optional.of(contents(HandshakeData.NONE, streams)));
    }

    /** Adds a packet with these contents. */
    public TraceBuilder packet(Side from, PacketType type, Contents contents) {
        return add(from, type, Optional.of(contents));
    }

    /** Adds a frame of this side that was captured but cannot be read. */
    public TraceBuilder unread(Side from, String why) {
        var number = OptionalLong.of(packets.size() + 1);
        unread.add(new UnreadFrames(Optional.of(from), OptionalLong.of(1), number, why));
        return this;
    }

    /** Builds the trace. */
    public Trace build() {
        return new Trace("sim/trace_node_left.pcap", packets, true).with(new Completeness(unread, Optional.empty()));
    }

    /** Adds a packet that could not be decrypted, in a datagram of this many bytes. */
    public TraceBuilder datagram(Side from, PacketType type, int bytes) {
        return add(from, type, bytes, Optional.empty());
    }

    private TraceBuilder add(Side from, PacketType type, Optional<Contents> contents) {
        return add(from, type, 1200, contents);
    }

    private TraceBuilder add(Side from, PacketType type, int bytes, Optional<Contents> contents) {
        int number = packets.size() + 1;
        // The same in two traces for the same packet.
        long fingerprint = Objects.hash(from, type, bytes, contents);
        var datagram = from == Side.CLIENT
                ? new Datagram(number, number / 100.0, from, client, server, ecn, bytes, fingerprint)
                : new Datagram(number, number / 100.0, from, server, client, ecn, bytes, fingerprint);
        packets.add(new Packet(datagram, type, version, dcid, scid, token, bytes, bytes - 50, contents, connection));
        return this;
    }

    private Contents contents(HandshakeData handshake, StreamFrames streams) {
        return new Contents(packets.size(), OptionalInt.empty(), 1100, List.of(), handshake, streams);
    }

    private Contents handshake(List<CryptoRange> crypto, List<Integer> messages, OptionalLong maxStreamsBidi) {
        return contents(new HandshakeData(crypto, messages, List.of(), maxStreamsBidi), StreamFrames.NONE);
    }
}
