package dev.interop.testbed.lane;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.containers.Network;

/**
 * One of a lane's networks, as Testcontainers takes it: {@code new
 * GenericContainer<>(…).withNetwork(lane.clientNetwork())}. It lives as long as its lane: {@link #close()} leaves it
 * alone. Nothing leads out of it.
 */
@API(status = Status.EXPERIMENTAL)
public interface LaneNetwork extends Network {
    /** Its name in the container engine. */
    String name();

    /** Its IPv4 subnet, such as {@code 193.167.0.0/24}. */
    String ipv4Subnet();

    /** Its IPv6 subnet, such as {@code fd00:cafe:cafe:0::/64}. */
    String ipv6Subnet();

    /**
     * The addresses that cells use, by role: {@code client}, {@code simulator}, {@code server}, and those of a TCP
     * flow beside a cell: {@code tcp-client}, {@code tcp-server}.
     */
    Map<String, LaneAddress> inUse();

    /**
     * Addresses that neither cells nor the container engine use, for containers that need a fixed address. A container
     * without a fixed address gets another free one from the engine.
     */
    List<LaneAddress> free();

    /** Does nothing: the network goes with its lane. */
    @Override
    default void close() {
        // The lane removes it.
    }
}
