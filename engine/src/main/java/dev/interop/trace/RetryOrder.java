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
 * The order in which the dissector gets packets: as they were captured, but what a Retry put an end to comes last.
 * tshark keeps the random of a connection's first ClientHello to find its secrets by. A client that makes another
 * ClientHello after a Retry (aioquic does) would leave it without: it then shows neither certificate nor transport
 * parameters, nor anything in 1-RTT packets. And attempts wait until the server answers them: tshark takes the 1-RTT
 * packets that a client sends from an address for those of the last connection from there, until that has an ID of the
 * server's.
 */
final class RetryOrder {
    /** Takes the packets in their new order. */
    interface Sink {
        void take(Entry entry) throws IOException;
    }

    /**
     * A packet on its way to the dissector.
     *
     * @param datagram what carried it
     * @param udp the same, raw
     * @param nanos when it was captured
     * @param header the packet's own
     * @param index its number among all packets, from 0
     */
    record Entry(Datagram datagram, UdpReader.Udp udp, long nanos, QuicHeaders.Header header, int index) {}

    /**
     * Who makes an attempt. One socket may make several at a time.
     *
     * @param client the address
     * @param id the connection ID that the client chose for itself
     */
    private record Caller(Address client, String id) {}

    private final Sink sink;
    /** Packets of attempts that the server has not answered. */
    private final Map<Caller, List<Entry>> unanswered = new LinkedHashMap<>();

    private final List<Entry> ended = new ArrayList<>();
    private final Set<String> endedIds = new HashSet<>();
    /** Connection IDs of connections that go on: the server's, and those that clients made up for it. */
    private final Set<String> knownIds = new HashSet<>();

    RetryOrder(Sink sink) {
        this.sink = sink;
    }

    void add(Entry entry) throws IOException {
        if (entry.datagram.from() == Side.CLIENT) {
            client(entry);
        } else {
            server(entry);
        }
    }

    /** Hands on what is left. */
    void finish() throws IOException {
        for (var entries : unanswered.values()) {
            hand(entries);
        }
        unanswered.clear();
        hand(ended);
    }

    private void client(Entry entry) throws IOException {
        var header = entry.header;
        var caller = new Caller(entry.datagram.source(), header.scid());
        boolean first = header.type() == PacketType.INITIAL || header.type() == PacketType.ZERO_RTT;
        if (!first) {
            // It has heard from the server, so what it sent before was no attempt, but to an ID that it was given
            // later.
            goesOn(unanswered.remove(caller));
            sink.take(entry);
        } else if (knownIds.contains(header.dcid())) {
            sink.take(entry);
        } else if (endedIds.contains(header.dcid())) {
            ended.add(entry);
        } else {
            unanswered.computeIfAbsent(caller, it -> new ArrayList<>()).add(entry);
        }
    }

    private void server(Entry entry) throws IOException {
        var attempt = unanswered.remove(new Caller(entry.datagram.destination(), entry.header.dcid()));
        knownIds.add(entry.header.scid());
        if (entry.header.type() == PacketType.RETRY) {
            for (var packet : attempt == null ? List.<Entry>of() : attempt) {
                endedIds.add(packet.header.dcid());
                ended.add(packet);
            }
            ended.add(entry);
            return;
        }
        goesOn(attempt);
        sink.take(entry);
    }

    private void goesOn(@Nullable List<Entry> attempt) throws IOException {
        if (attempt != null) {
            attempt.forEach(it -> knownIds.add(it.header.dcid()));
            hand(attempt);
        }
    }

    private void hand(List<Entry> entries) throws IOException {
        for (var entry : entries) {
            sink.take(entry);
        }
    }
}
