package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.Network;
import java.util.Map;

/** The settings of a new network: fixed addresses of both families, no gateway on the machine, no way out. */
final class CreateNetwork {
    /** The option with the name of the bridge. */
    static final String NAME = "com.docker.network.bridge.name";

    private static final String UNPROTECTED = "nat-unprotected";

    private CreateNetwork() {}

    static CreateNetworkCmd command(DockerClient client, NetworkSpec spec) {
        var v4 = new Network.Ipam.Config()
                .withSubnet(spec.subnet4() + ".0/24")
                .withIpRange(spec.subnet4() + ".192/26")
                .withGateway(spec.subnet4() + ".1");
        DockerObjectAccessor.overrideRawValue(
                v4, "AuxiliaryAddresses", Map.of("DefaultGatewayIPv4", spec.subnet4() + ".254"));
        var v6 = new Network.Ipam.Config()
                .withSubnet(spec.subnet6() + "/64")
                .withIpRange(spec.subnet6() + "1:0/112")
                .withGateway(spec.subnet6() + "1");
        DockerObjectAccessor.overrideRawValue(
                v6, "AuxiliaryAddresses", Map.of("DefaultGatewayIPv6", spec.subnet6() + "fe"));
        return client.createNetworkCmd()
                .withName(spec.name())
                .withDriver("bridge")
                .withCheckDuplicate(true)
                .withEnableIpv6(true)
                .withIpam(new Network.Ipam().withConfig(v4, v6))
                .withOptions(Map.of(
                        NAME,
                        spec.bridge(),
                        "com.docker.network.bridge.enable_ip_masquerade",
                        "false",
                        "com.docker.network.bridge.inhibit_ipv4",
                        "true",
                        // Without these, Docker Engine 28 drops what comes to an address from another bridge, also what
                        // the simulator passes on, where bridge-nf-call-iptables is 1. Older engines ignore them. They
                        // would open the way from other bridges into the lane; the lane's guard closes it.
                        "com.docker.network.bridge.gateway_mode_ipv4",
                        UNPROTECTED,
                        "com.docker.network.bridge.gateway_mode_ipv6",
                        UNPROTECTED))
                .withLabels(spec.labels());
    }
}
