package dev.interop.testbed.docker;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A bridge network with no way out: no masquerading, no address of the host in it and gateways that do not exist. The
 * engine assigns addresses from .192 (IPv6: ::1:0) on to containers without a fixed one; the testbed assigns lower ones.
 *
 * @param name unique; containers in several networks number their interfaces by the networks' names
 * @param subnet4 its IPv4 subnet, a /24 without the last octet: {@code 193.167.0}
 * @param subnet6 its IPv6 subnet, a /64 up to the colons: {@code fd00:cafe:cafe:0::}
 * @param labels the labels that it is found by
 */
@API(status = Status.INTERNAL)
public record NetworkSpec(String name, String subnet4, String subnet6, Map<String, String> labels) {
    public NetworkSpec {
        labels = Map.copyOf(labels);
    }

    /** The name of its bridge on the engine's machine. */
    public String bridge() {
        return BridgeName.ofLane(name);
    }
}
