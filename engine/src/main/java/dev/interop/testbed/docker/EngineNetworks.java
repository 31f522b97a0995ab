package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.HashMap;
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

    /** Creates a network and returns its id. */
    String create(NetworkSpec spec) {
        return within.call(
                Deadline.SHORT,
                "creating network " + spec.name(),
                () -> CreateNetwork.command(client, spec).exec().getId());
    }

    /** Creates a network with a way out, like the engine's default network. */
    void createOpen(String name, Map<String, String> labels) {
        within.call(
                Deadline.SHORT,
                "creating network " + name,
                () -> client.createNetworkCmd()
                        .withName(name)
                        .withDriver("bridge")
                        .withCheckDuplicate(true)
                        .withOptions(Map.of(CreateNetwork.NAME, BridgeName.ofOpen(name)))
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

    /** The containers that run in a network: id → name. */
    Map<String, String> containers(String id) {
        return within.call(Deadline.SHORT, "looking at a network", () -> {
            var containers = client.inspectNetworkCmd().withNetworkId(id).exec().getContainers();
            var names = new HashMap<String, String>();
            if (containers != null) {
                containers.forEach((container, it) -> names.put(container, String.valueOf(it.getName())));
            }
            return names;
        });
    }

    /** Disconnects a container from a network, also one that runs. A missing container is no error. */
    void disconnect(String id, String container) {
        within.call(Deadline.SHORT, "disconnecting a container", () -> {
            try {
                client.disconnectFromNetworkCmd()
                        .withNetworkId(id)
                        .withContainerId(container)
                        .withForce(true)
                        .exec();
            } catch (NotFoundException e) {
                return false;
            }
            return true;
        });
    }

    /** Removes a network. A missing network is no error. */
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
