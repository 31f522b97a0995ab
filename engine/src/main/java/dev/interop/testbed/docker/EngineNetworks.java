package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;

/** The networks of the engine. */
final class EngineNetworks {
    private final DockerClient client;
    private final Deadline within;

    EngineNetworks(DockerClient client, Deadline within) {
        this.client = client;
        this.within = within;
    }

    /** Makes a network and gives its id. */
    String create(NetworkSpec spec) {
        return within.call(
                Deadline.SHORT,
                "creating network " + spec.name(),
                () -> CreateNetwork.command(client, spec).exec().getId());
    }

    /** Makes a network that leads out, as the engine's own default one does. */
    void createOpen(String name, Map<String, String> labels) {
        within.call(
                Deadline.SHORT,
                "creating network " + name,
                () -> client.createNetworkCmd()
                        .withName(name)
                        .withDriver("bridge")
                        .withCheckDuplicate(true)
                        .withLabels(labels)
                        .exec());
    }

    /** All networks with their subnets. */
    List<NetworkFacts> all() {
        return within.call(
                Deadline.SHORT,
                "listing networks",
                () -> client.listNetworksCmd().exec().stream()
                        .map(NetworkFacts::of)
                        .toList());
    }

    /** Removes a network; one that is gone is fine. */
    void remove(String id) {
        within.call(Deadline.SHORT, "removing a network", () -> {
            try {
                client.removeNetworkCmd(id).exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }
}
