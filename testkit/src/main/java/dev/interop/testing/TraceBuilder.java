package dev.interop.testing;

import dev.interop.trace.Address;
import dev.interop.trace.Completeness;
import dev.interop.trace.Contents;
import dev.interop.trace.CryptoRange;
import dev.interop.trace.Datagram;
import dev.interop.trace.HandshakeData;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import dev.interop.trace.Trace;
import dev.interop.trace.UnreadFrames;
import java.util.ArrayList;
import java.util.List;
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

    /** Starts an empty trace. */
    public static TraceBuilder trace() {
        return new TraceBuilder();
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
        var client = new Address("193.167.0.100", 50000);
        var server = new Address("193.167.100.100", 443);
        var datagram = from == Side.CLIENT
                ? new Datagram(number, number / 100.0, from, client, server, 0, bytes)
                : new Datagram(number, number / 100.0, from, server, client, 0, bytes);
        packets.add(new Packet(datagram, type, 1, "", "aa", "", bytes, bytes - 50, contents));
        return this;
    }

    private Contents contents(HandshakeData handshake, StreamFrames streams) {
        return new Contents(packets.size(), OptionalInt.empty(), 1100, List.of(), handshake, streams);
    }

    private Contents handshake(List<CryptoRange> crypto, List<Integer> messages, OptionalLong maxStreamsBidi) {
        return contents(new HandshakeData(crypto, messages, List.of(), maxStreamsBidi), StreamFrames.NONE);
    }
}
