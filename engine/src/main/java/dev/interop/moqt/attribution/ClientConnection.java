package dev.interop.moqt.attribution;

import dev.interop.trace.Address;
import dev.interop.trace.Contents;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A connection that the client made.
 *
 * @param number its number in the capture; empty where it has none, and its address alone tells it from others
 * @param addresses the client's: others may be from there as well, and it may have moved
 * @param id the first destination connection ID that the client made up, lower-case hex: by it clients and relays name a
 *     connection (RFC 9000 §7.2)
 * @param began when its first packet was seen, microseconds since the capture's first frame
 * @param spoke when the client last sent stream data, likewise; with no keys, when it began
 * @param closed when the client last closed a stream or the connection, likewise
 */
record ClientConnection(OptionalLong number, Set<Address> addresses, String id, long began, long spoke, long closed) {
    ClientConnection {
        addresses = Set.copyOf(addresses);
    }

    /** All in a trace, in the order in which they began. */
    static List<ClientConnection> in(Trace trace) {
        var found = new LinkedHashMap<Object, ClientConnection>();
        for (var packet : trace.packets()) {
            if (packet.from() == Side.CLIENT) {
                var number = packet.connection();
                Object key = number.isPresent() ? number : packet.datagram().source();
                var known = found.get(key);
                if (known != null) {
                    found.put(key, known.with(packet));
                } else if (packet.type() == PacketType.INITIAL) {
                    long now = micros(packet);
                    var addresses = Set.of(packet.datagram().source());
                    found.put(key, new ClientConnection(number, addresses, packet.dcid(), now, now, now));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private ClientConnection with(Packet packet) {
        var contents = packet.contents();
        long now = micros(packet);
        var all = new HashSet<>(addresses);
        if (contents.isPresent()) {
            all.add(packet.datagram().source());
        }
        return new ClientConnection(
                number,
                all,
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

    /**
     * Whether a packet of either side may be on it. One that could not be read may be on any connection of its addresses,
     * whichever it is counted to: that keeps what is missing from being called unsent.
     */
    boolean carries(Packet packet) {
        if (packet.contents().isPresent() && packet.connection().isPresent() && number.isPresent()) {
            return number.equals(packet.connection());
        }
        var datagram = packet.datagram();
        return addresses.contains(packet.from() == Side.CLIENT ? datagram.source() : datagram.destination());
    }
}
