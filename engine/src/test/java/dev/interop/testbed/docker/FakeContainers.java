package dev.interop.testbed.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers of a {@link FakeContainerBackend}, and the scripts of those that it will have. */
final class FakeContainers {
    private final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    private final Map<String, ContainerScript> scripts = new HashMap<>();
    private final List<ContainerSpec> specs = new ArrayList<>();
    private int made;

    ContainerScript script(String part) {
        return scripts.computeIfAbsent(part, it -> new ContainerScript());
    }

    synchronized String create(ContainerSpec spec) {
        var part = spec.name().substring(spec.name().lastIndexOf('-') + 1);
        specs.add(spec);
        var id = "container-" + ++made;
        containers.put(id, new FakeContainer(id, spec, scripts.getOrDefault(part, new ContainerScript())));
        return id;
    }

    synchronized FakeContainer get(String id) {
        return Optional.ofNullable(containers.get(id))
                .orElseThrow(() -> new EngineFailure(EngineFailure.Kind.NOT_FOUND, "no container " + id));
    }

    synchronized Optional<FakeContainer> remove(String id) {
        return Optional.ofNullable(containers.remove(id));
    }

    synchronized List<FakeContainer> all() {
        return List.copyOf(containers.values());
    }

    /** The specification of the newest container, existing or not, whose name ends with this text. */
    synchronized ContainerSpec spec(String part) {
        return specs.stream()
                .filter(it -> it.name().endsWith(part))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** The newest existing container whose name ends with this text. */
    synchronized FakeContainer newest(String part) {
        return containers.values().stream()
                .filter(it -> it.spec.name().endsWith(part))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
