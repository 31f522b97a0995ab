package dev.interop.testbed.lane;

import dev.interop.testbed.docker.NetworkAttachment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A lane in the container engine: two networks without a way out, and the addresses in them.
 *
 * @param number the number of the lane; the client's network is 193.167.NUMBER.0/24, the server's 193.167.(100 + NUMBER).0/24
 * @param left the client's network
 * @param right the server's network
 * @param labels the labels of the run
 */
@API(status = Status.INTERNAL)
public record LaneNetworks(int number, LaneSide left, LaneSide right, Map<String, String> labels) implements Lane {
    public static final int SERVER_OFFSET = 100;

    private static final String SIMULATOR_HOST = "2";
    private static final String CLIENT_HOST = "100";
    private static final String SERVER_HOST = "100";
    private static final String CLIENT_BESIDE_SERVER_HOST = "90";
    private static final String TCP_CLIENT_HOST = "90";
    private static final String TCP_SERVER_HOST = "110";

    public LaneNetworks {
        labels = Map.copyOf(labels);
    }

    /** The client's network of a lane, once it is created. */
    static LaneSide left(int number, String id, String name) {
        return new LaneSide(
                id,
                name,
                number,
                Map.of(
                        "client", LaneSide.address(number, CLIENT_HOST),
                        "tcp-client", LaneSide.address(number, TCP_CLIENT_HOST),
                        "simulator", LaneSide.address(number, SIMULATOR_HOST)));
    }

    /** The server's network of a lane, once it is created. */
    static LaneSide right(int number, String id, String name) {
        var octet = number + SERVER_OFFSET;
        return new LaneSide(
                id,
                name,
                octet,
                Map.of(
                        "client", LaneSide.address(octet, CLIENT_BESIDE_SERVER_HOST),
                        "server", LaneSide.address(octet, SERVER_HOST),
                        "tcp-server", LaneSide.address(octet, TCP_SERVER_HOST),
                        "simulator", LaneSide.address(octet, SIMULATOR_HOST)));
    }

    @Override
    public LaneNetwork clientNetwork() {
        return left;
    }

    @Override
    public LaneNetwork serverNetwork() {
        return right;
    }

    public static String subnet4(int octet) {
        return "193.167." + octet;
    }

    public static String subnet6(int octet) {
        return "fd00:cafe:cafe:" + octet + "::";
    }

    NetworkAttachment client() {
        return left.attachment(CLIENT_HOST);
    }

    NetworkAttachment server() {
        return right.attachment(SERVER_HOST);
    }

    /** The attachment of a client in the server's network, for cells without a simulator. */
    NetworkAttachment clientBesideServer() {
        return right.attachment(CLIENT_BESIDE_SERVER_HOST);
    }

    NetworkAttachment tcpClient() {
        return left.attachment(TCP_CLIENT_HOST);
    }

    NetworkAttachment tcpServer() {
        return right.attachment(TCP_SERVER_HOST);
    }

    List<NetworkAttachment> simulator() {
        return List.of(left.attachment(SIMULATOR_HOST), right.attachment(SIMULATOR_HOST));
    }

    /**
     * The host names that containers in a slot can resolve.
     *
     * @param serverNames the names of the server beside those of the public QUIC runner
     */
    List<String> hosts(SandboxSlot slot, List<String> serverNames) {
        var server = server();
        var isLeft = slot == SandboxSlot.CLIENT || slot == SandboxSlot.TCP_CLIENT;
        var side = isLeft ? number : number + SERVER_OFFSET;
        var further = List.of(
                "server4:" + server.ipv4(),
                "server6:" + server.ipv6(),
                "server46:" + server.ipv4(),
                "server46:" + server.ipv6(),
                "sim:" + subnet4(side) + ".2");
        return Stream.concat(serverNames.stream().map(it -> it + ":" + server.ipv4()), further.stream())
                .toList();
    }
}
