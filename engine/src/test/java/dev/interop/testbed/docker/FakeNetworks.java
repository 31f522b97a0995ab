package dev.interop.testbed.docker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks of a {@link FakeContainerBackend}; no subnet is given twice. */
final class FakeNetworks {
    private final Map<String, NetworkFacts> networks = new LinkedHashMap<>();
    private int made;

    synchronized String create(String name, List<String> subnets, Map<String, String> labels) {
        if (networks.values().stream()
                .map(NetworkFacts::subnets)
                .flatMap(Collection::stream)
                .anyMatch(subnets::contains)) {
            throw new EngineFailure(EngineFailure.Kind.SUBNET_TAKEN, "in use: " + subnets);
        }
        var id = "network-" + ++made;
        networks.put(id, new NetworkFacts(id, name, subnets, labels));
        return id;
    }

    synchronized List<NetworkFacts> all() {
        return List.copyOf(networks.values());
    }

    synchronized void remove(String id) {
        networks.remove(id);
    }
}
