package dev.interop.trace;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which side sent a datagram. In the test networks (193.167.X.0/24 and fd00:cafe:cafe:X::/64), X is below 100 on
 * the client's side. For other addresses, and if both endpoints are in one network, the destination of the first Initial
 * packet is the server. The server keeps its address when the client's changes.
 */
final class Sides {
    private static final int FIRST_SERVER_NETWORK_V4 = 100;
    private static final int FIRST_SERVER_NETWORK_V6 = 0x100;

    private final Set<Address> servers = new HashSet<>();

    Side sender(UdpReader.Udp udp, Address source, Address destination) {
        int network = network(udp.source());
        if (network >= 0 && network != network(udp.destination())) {
            return side(network, udp.source());
        }
        if (servers.contains(source)) {
            return Side.SERVER;
        }
        if (!servers.contains(destination) && startsConnection(udp.payload())) {
            servers.add(destination);
        }
        return Side.CLIENT;
    }

    /** The side that sent a frame without a readable datagram; empty if unknown. */
    Optional<Side> sender(UdpReader.Reading frame) {
        if (frame.source().length == 0) {
            return Optional.empty();
        }
        int network = network(frame.source());
        if (network >= 0 && network != network(frame.destination())) {
            return Optional.of(side(network, frame.source()));
        }
        if (isServer(frame.source())) {
            return Optional.of(Side.SERVER);
        }
        return isServer(frame.destination()) ? Optional.of(Side.CLIENT) : Optional.empty();
    }

    private boolean isServer(byte[] host) {
        var text = Address.of(host, 0).host();
        return servers.stream().anyMatch(it -> it.host().equals(text));
    }

    private static Side side(int network, byte[] address) {
        int border = address.length == 4 ? FIRST_SERVER_NETWORK_V4 : FIRST_SERVER_NETWORK_V6;
        return network < border ? Side.CLIENT : Side.SERVER;
    }

    private static boolean startsConnection(byte[] payload) {
        var headers = QuicHeaders.of(payload);
        return !headers.isEmpty() && headers.get(0).type() == PacketType.INITIAL;
    }

    /** The X in an address of a test network; -1 for any other address. */
    private static int network(byte[] address) {
        if (address.length == 4) {
            return (address[0] & 0xff) == 193 && (address[1] & 0xff) == 167 ? address[2] & 0xff : -1;
        }
        boolean ours = (address[0] & 0xff) == 0xfd
                && address[1] == 0
                && (address[2] & 0xff) == 0xca
                && (address[3] & 0xff) == 0xfe
                && (address[4] & 0xff) == 0xca
                && (address[5] & 0xff) == 0xfe;
        return ours ? (address[6] & 0xff) << 8 | address[7] & 0xff : -1;
    }
}
