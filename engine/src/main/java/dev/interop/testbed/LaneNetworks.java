package dev.interop.testbed;

import dev.interop.testbed.docker.Attachment;
import java.util.List;

/**
 * A lane as it lies in the container engine: two networks that nothing leads out of, and the addresses in them.
 *
 * @param number which one; the client's network is 193.167.NUMBER.0/24, the server's 193.167.(100 + NUMBER).0/24
 * @param left the client's network
 * @param right the server's network
 */
record LaneNetworks(int number, Made left, Made right) implements Lane {
    static final int SERVER_OFFSET = 100;

    /** A network that was made. */
    record Made(String id, String name) {}

    static String subnet4(int octet) {
        return "193.167." + octet;
    }

    static String subnet6(int octet) {
        return "fd00:cafe:cafe:" + octet + "::";
    }

    private Attachment place(Made network, int octet, String host) {
        return new Attachment(network.name(), subnet4(octet) + "." + host, subnet6(octet) + host);
    }

    Attachment client() {
        return place(left, number, "100");
    }

    Attachment server() {
        return place(right, number + SERVER_OFFSET, "100");
    }

    /** Where a client goes when nothing is to stand between it and the server. */
    Attachment clientBesideServer() {
        return place(right, number + SERVER_OFFSET, "90");
    }

    List<Attachment> simulator() {
        return List.of(place(left, number, "2"), place(right, number + SERVER_OFFSET, "2"));
    }

    /** The names that are known at {@code seat}. A server is called a relay in MoQT. */
    List<String> hosts(Seat seat) {
        var server = server();
        var side = seat == Seat.CLIENT ? number : number + SERVER_OFFSET;
        return List.of(
                "server:" + server.ipv4(),
                "server4:" + server.ipv4(),
                "server6:" + server.ipv6(),
                "server46:" + server.ipv4(),
                "server46:" + server.ipv6(),
                "relay:" + server.ipv4(),
                "sim:" + subnet4(side) + ".2");
    }
}
