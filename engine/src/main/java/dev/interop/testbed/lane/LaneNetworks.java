package dev.interop.testbed.lane;

import dev.interop.testbed.docker.NetworkAttachment;
import java.util.List;

/**
 * A lane as it lies in the container engine: two networks that nothing leads out of, and the addresses in them.
 *
 * @param number which one; the client's network is 193.167.NUMBER.0/24, the server's 193.167.(100 + NUMBER).0/24
 * @param left the client's network
 * @param right the server's network
 */
public record LaneNetworks(int number, Made left, Made right) implements Lane {
    public static final int SERVER_OFFSET = 100;

    /** A network that was made. */
    record Made(String id, String name) {}

    public static String subnet4(int octet) {
        return "193.167." + octet;
    }

    public static String subnet6(int octet) {
        return "fd00:cafe:cafe:" + octet + "::";
    }

    private NetworkAttachment place(Made network, int octet, String host) {
        return new NetworkAttachment(network.name(), subnet4(octet) + "." + host, subnet6(octet) + host);
    }

    NetworkAttachment client() {
        return place(left, number, "100");
    }

    NetworkAttachment server() {
        return place(right, number + SERVER_OFFSET, "100");
    }

    /** Where a client goes when nothing is to stand between it and the server. */
    NetworkAttachment clientBesideServer() {
        return place(right, number + SERVER_OFFSET, "90");
    }

    List<NetworkAttachment> simulator() {
        return List.of(place(left, number, "2"), place(right, number + SERVER_OFFSET, "2"));
    }

    /** The names that are known at {@code seat}. A server is called a relay in MoQT. */
    List<String> hosts(SandboxSlot slot) {
        var server = server();
        var side = slot == SandboxSlot.CLIENT ? number : number + SERVER_OFFSET;
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
