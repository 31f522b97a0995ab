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
 * A connection that the client made; all times are in microseconds since the capture's first frame.
 *
 * @param number the connection's number in the capture; empty if it has none and is identified by its address
 * @param addresses the client's addresses: several connections may share one, and a connection may migrate to another
 * @param id the first destination connection ID that the client chose (RFC 9000 §7.2), in lower-case hexadecimal; clients
 *     and relays name a connection by it
 * @param began the time of the first packet
 * @param spoke the time when the client last sent stream data; {@code began} if packets are not decrypted
 * @param closed the time when the client last ended a stream or the connection; {@code began} if it did not
 */
record ClientConnection(OptionalLong number, Set<Address> addresses, String id, long began, long spoke, long closed) {
    ClientConnection {
        addresses = Set.copyOf(addresses);
    }

    /** All connections in a trace, in the order in which they began. */
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
     * Whether a packet of either side may belong to this connection. A packet that could not be decrypted may belong to any
     * connection of its addresses, whatever its number says, so that nothing in it is taken for not sent.
     */
    boolean mayCarry(Packet packet) {
        if (packet.contents().isPresent() && packet.connection().isPresent() && number.isPresent()) {
            return number.equals(packet.connection());
        }
        var datagram = packet.datagram();
        return addresses.contains(packet.from() == Side.CLIENT ? datagram.source() : datagram.destination());
    }
}
