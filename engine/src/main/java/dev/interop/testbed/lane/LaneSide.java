package dev.interop.testbed.lane;

import dev.interop.testbed.docker.BridgeName;
import dev.interop.testbed.docker.NetworkAttachment;
import dev.interop.testbed.docker.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network of a lane that exists.
 *
 * @param id its id in the container engine
 * @param name its name there
 * @param octet the third octet of its subnet
 * @param inUse role → its address
 */
record LaneSide(String id, String name, int octet, Map<String, LaneAddress> inUse) implements LaneNetwork {
    /** The first address above those of cells; the engine assigns higher ones ({@link NetworkSpec}). */
    private static final int FIRST_FREE = 128;

    private static final int FIRST_GIVEN = 192;

    LaneSide {
        inUse = Map.copyOf(inUse);
    }

    static LaneAddress address(int octet, String host) {
        return new LaneAddress(LaneNetworks.subnet4(octet) + "." + host, LaneNetworks.subnet6(octet) + host);
    }

    NetworkAttachment attachment(String host) {
        var address = address(octet, host);
        return new NetworkAttachment(name, address.ipv4(), address.ipv6());
    }

    /** The name of its bridge on the engine's machine. */
    String bridge() {
        return BridgeName.ofLane(name);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String ipv4Subnet() {
        return LaneNetworks.subnet4(octet) + ".0/24";
    }

    @Override
    public String ipv6Subnet() {
        return LaneNetworks.subnet6(octet) + "/64";
    }

    @Override
    public List<LaneAddress> free() {
        return IntStream.range(FIRST_FREE, FIRST_GIVEN)
                .mapToObj(host -> address(octet, Integer.toString(host)))
                .toList();
    }
}
