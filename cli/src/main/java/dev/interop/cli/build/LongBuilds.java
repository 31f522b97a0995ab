package dev.interop.cli.build;

import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Hints about images with a long build that do not exist yet. */
@API(status = Status.INTERNAL)
public final class LongBuilds {
    private final List<String> names;
    private final Set<String> images;

    public LongBuilds(List<ImageBuild> pending) {
        this.names = pending.stream().map(ImageBuild::name).distinct().toList();
        this.images = pending.stream().map(ImageBuild::image).collect(Collectors.toSet());
    }

    /** The hint for a run that needs them: the run takes longer, and this part of its matrix needs none of them. */
    public Optional<String> hint(Plan plan) {
        return names.isEmpty() ? Optional.empty() : Optional.of(compiled() + without(plan));
    }

    /** The hint for a build that leaves them out: how to build them. */
    public Optional<String> leftOut() {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("left out, as they take long the first time: %s; ./interop build %s"
                        .formatted(String.join(", ", names), String.join(" ", names)));
    }

    private String compiled() {
        return "%s: compiled now, which takes many minutes, once".formatted(String.join(", ", names));
    }

    private String without(Plan plan) {
        var clients = ready(plan, Cell::client, Cell::clientEndpoint);
        var servers = ready(plan, Cell::server, Cell::serverEndpoint);
        return clients.isEmpty() || servers.isEmpty()
                ? ""
                : "; without them at once: ./interop run --protocol %s --clients %s --servers %s"
                        .formatted(plan.protocol().name(), clients, servers);
    }

    /** The names of implementations that need no pending image in any of their cells. */
    private String ready(Plan plan, Function<Cell, Implementation> who, Function<Cell, Endpoint> how) {
        var waiting = plan.cells().stream()
                .filter(it -> how.apply(it).image().filter(images::contains).isPresent())
                .map(it -> who.apply(it).name())
                .collect(Collectors.toSet());
        return plan.cells().stream()
                .map(it -> who.apply(it).name())
                .distinct()
                .filter(it -> !waiting.contains(it))
                .collect(Collectors.joining(","));
    }
}
