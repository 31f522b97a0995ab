package dev.interop.moqt;

import dev.interop.trace.Address;
import dev.interop.trace.Contents;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A connection that the client made.
 *
 * @param client its address there
 * @param id the first destination connection ID that the client made up, lower-case hex: by it clients and relays name a
 *     connection (RFC 9000 §7.2)
 * @param began when its first packet was seen, microseconds since the capture's first frame
 * @param spoke when the client last sent stream data, likewise; with no keys, when it began
 * @param closed when the client last closed a stream or the connection, likewise
 */
record ClientConnection(Address client, String id, long began, long spoke, long closed) {
    /** All in a trace, in the order in which they began. */
    static List<ClientConnection> in(Trace trace) {
        var found = new LinkedHashMap<Address, ClientConnection>();
        for (var packet : trace.packets()) {
            if (packet.from() == Side.CLIENT) {
                var client = packet.datagram().source();
                var known = found.get(client);
                if (known != null) {
                    found.put(client, known.with(packet));
                } else if (packet.type() == PacketType.INITIAL) {
                    long now = micros(packet);
                    found.put(client, new ClientConnection(client, packet.dcid(), now, now, now));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private ClientConnection with(Packet packet) {
        var contents = packet.contents();
        long now = micros(packet);
        return new ClientConnection(
                client,
                id,
                began,
                contents.filter(ClientConnection::speaks).isPresent() ? now : spoke,
                contents.filter(ClientConnection::closes).isPresent() ? now : closed);
    }

    private static boolean speaks(Contents contents) {
        return contents.streams().data().stream().anyMatch(it -> !it.bytes().isEmpty());
    }

    private static boolean closes(Contents contents) {
        return contents.close().isPresent()
                || !contents.streams().breaks().isEmpty()
                || contents.streams().data().stream().anyMatch(it -> it.fin());
    }

    private static long micros(Packet packet) {
        return Math.round(packet.time() * 1e6);
    }

    /** Whether a packet of either side is on it. */
    boolean carries(Packet packet) {
        var datagram = packet.datagram();
        return client.equals(packet.from() == Side.CLIENT ? datagram.source() : datagram.destination());
    }
}
