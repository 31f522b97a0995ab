package dev.interop.testbed.cleanup;

import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The containers that are kept, with the volumes and networks that they use. */
final class KeptResources {
    private final ContainerBackend engine;
    private final Set<String> containers;
    private final Set<String> volumes;

    private KeptResources(ContainerBackend engine, Set<String> containers, Set<String> volumes) {
        this.engine = engine;
        this.containers = containers;
        this.volumes = volumes;
    }

    static KeptResources of(ContainerBackend engine, List<ContainerFacts> kept) {
        return new KeptResources(
                engine,
                kept.stream().map(ContainerFacts::id).collect(Collectors.toSet()),
                kept.stream()
                        .flatMap(it -> engine.volumesOf(it.id()).values().stream())
                        .collect(Collectors.toSet()));
    }

    boolean hasContainer(String id) {
        return containers.contains(id);
    }

    boolean hasVolume(String name) {
        return volumes.contains(name);
    }

    /** The engine refuses to remove a network that a running container is in. */
    boolean hasNetwork(String id) {
        return !containers.isEmpty()
                && !Collections.disjoint(engine.containersIn(id).keySet(), containers);
    }
}
