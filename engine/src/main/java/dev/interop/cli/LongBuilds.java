package dev.interop.cli;

import dev.interop.plan.Plan;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.testbed.images.ImageBuild;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say of images that take long to build and are not there yet. */
final class LongBuilds {
    private final List<String> names;
    private final Set<String> images;

    LongBuilds(List<ImageBuild> pending) {
        this.names = pending.stream().map(ImageBuild::name).distinct().toList();
        this.images = pending.stream().map(ImageBuild::image).collect(Collectors.toSet());
    }

    /** For a run that needs them: that it takes a while, and which part of its matrix needs none of them. */
    Optional<String> hint(Plan plan) {
        return names.isEmpty() ? Optional.empty() : Optional.of(compiled() + without(plan));
    }

    /** For a round that leaves them out: how to build them. */
    Optional<String> leftOut() {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("left out, as they take long the first time: %s; ./interop build %s"
                        .formatted(String.join(", ", names), String.join(" ", names)));
    }

    private String compiled() {
        return "%s: compiled now, which takes many minutes, once".formatted(String.join(", ", names));
    }

    private String without(Plan plan) {
        var clients = ready(plan.clients(), plan.protocol().clientRole());
        var servers = ready(plan.servers(), plan.protocol().serverRole());
        return clients.isEmpty() || servers.isEmpty()
                ? ""
                : "; without them at once: ./interop run --protocol %s --clients %s --servers %s"
                        .formatted(plan.protocol().name(), clients, servers);
    }

    /** Names of those that need no pending image, whatever draft they speak. */
    private String ready(List<Implementation> all, Role role) {
        Predicate<Implementation> pending =
                it -> Stream.concat(Stream.of(it.endpoint(role)), it.endpoint(role).drafts().values().stream())
                        .map(Endpoint::image)
                        .flatMap(Optional::stream)
                        .anyMatch(images::contains);
        return all.stream().filter(pending.negate()).map(Implementation::name).collect(Collectors.joining(","));
    }
}
