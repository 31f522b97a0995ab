package dev.interop.testbed.docker;

import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A network that exists.
 *
 * @param id its id
 * @param name its name
 * @param subnets its subnets, such as {@code 193.167.0.0/24}
 * @param labels its labels
 */
@API(status = Status.INTERNAL)
public record NetworkFacts(String id, String name, List<String> subnets, Map<String, String> labels) {
    public NetworkFacts {
        subnets = List.copyOf(subnets);
        labels = Map.copyOf(labels);
    }

    static NetworkFacts of(Network network) {
        var ipam = network.getIpam() == null ? null : network.getIpam().getConfig();
        var subnets = ipam == null
                ? List.<String>of()
                : ipam.stream()
                        .map(Network.Ipam.Config::getSubnet)
                        .filter(Objects::nonNull)
                        .toList();
        var labels = network.getLabels();
        return new NetworkFacts(network.getId(), network.getName(), subnets, labels == null ? Map.of() : labels);
    }
}
