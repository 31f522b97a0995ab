package dev.interop.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders packets for the dissector: as they were captured, except that packets of an attempt that a Retry ended come last.
 *
 * <p>tshark finds a connection's secrets by the random of its first ClientHello. If a client sends a new ClientHello after a
 * Retry, as aioquic does, tshark would find no secrets and decrypt neither certificates and transport parameters nor 1-RTT
 * packets.
 *
 * <p>The packets of an attempt are also held back until the server answers it: until a connection has a server's connection
 * ID, tshark assigns all 1-RTT packets from the client's address to it, even if they belong to an older connection.
 */
final class RetryOrder {
    /** Takes the packets in their new order. */
    interface Sink {
        void take(Entry entry) throws IOException;
    }

    /**
     * A packet to pass to the dissector.
     *
     * @param datagram the datagram that has the packet
     * @param udp the raw datagram
     * @param nanos the time of capture, in nanoseconds since the epoch
     * @param header the packet's header
     * @param index the packet's index among all packets, from 0
     */
    record Entry(Datagram datagram, UdpReader.Udp udp, long nanos, QuicHeaders.Header header, int index) {}

    /**
     * Identifies an attempt to connect. One client socket may make several at a time.
     *
     * @param client the client's address
     * @param id the connection ID that the client chose for itself
     */
    private record Attempt(Address client, String id) {}

    private final Sink sink;
    /** The packets of attempts that the server has not answered yet. */
    private final Map<Attempt, List<Entry>> unanswered = new LinkedHashMap<>();

    private final List<Entry> ended = new ArrayList<>();
    private final Set<String> endedIds = new HashSet<>();
    /** Destination connection IDs of answered connections: the server's own, and those that clients chose for it. */
    private final Set<String> knownIds = new HashSet<>();

    RetryOrder(Sink sink) {
        this.sink = sink;
    }

    void add(Entry entry) throws IOException {
        if (entry.datagram.from() == Side.CLIENT) {
            addFromClient(entry);
        } else {
            addFromServer(entry);
        }
    }

    /** Passes on the packets that are left. */
    void finish() throws IOException {
        for (var entries : unanswered.values()) {
            passOn(entries);
        }
        unanswered.clear();
        passOn(ended);
    }

    private void addFromClient(Entry entry) throws IOException {
        var header = entry.header;
        var attempt = new Attempt(entry.datagram.source(), header.scid());
        boolean mayStart = header.type() == PacketType.INITIAL || header.type() == PacketType.ZERO_RTT;
        if (!mayStart) {
            // The client has already received packets of the server. Its earlier packets were no new attempt but went
            // to
            // an ID that the server had issued.
            answered(unanswered.remove(attempt));
            sink.take(entry);
        } else if (knownIds.contains(header.dcid())) {
            sink.take(entry);
        } else if (endedIds.contains(header.dcid())) {
            ended.add(entry);
        } else {
            unanswered.computeIfAbsent(attempt, it -> new ArrayList<>()).add(entry);
        }
    }

    private void addFromServer(Entry entry) throws IOException {
        var packets = unanswered.remove(new Attempt(entry.datagram.destination(), entry.header.dcid()));
        knownIds.add(entry.header.scid());
        if (entry.header.type() == PacketType.RETRY) {
            for (var packet : packets == null ? List.<Entry>of() : packets) {
                endedIds.add(packet.header.dcid());
                ended.add(packet);
            }
            ended.add(entry);
            return;
        }
        answered(packets);
        sink.take(entry);
    }

    private void answered(@Nullable List<Entry> packets) throws IOException {
        if (packets != null) {
            packets.forEach(it -> knownIds.add(it.header.dcid()));
            passOn(packets);
        }
    }

    private void passOn(List<Entry> entries) throws IOException {
        for (var entry : entries) {
            sink.take(entry);
        }
    }
}
