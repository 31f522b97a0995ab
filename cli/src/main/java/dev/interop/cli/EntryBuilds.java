package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.cli.build.Builds;
import dev.interop.cli.build.ImageBuild;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.RegistryProblem;
import dev.interop.registry.ReleaseName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the builds named by registry entries make the entries' images. */
final class EntryBuilds {
    private EntryBuilds() {}

    /**
     * Returns the registry without the entries whose build does not make their image; these become problems of the
     * registry.
     *
     * @throws UserError when the build of a release that the user named does not make it
     */
    static Registry checked(Registry registry) {
        return checked(registry, ProductHome.current().imageFolders());
    }

    /**
     * As above, with the builds of these folders. Without builds nothing is checked, since nothing can be built either.
     */
    static Registry checked(Registry registry, List<Path> folders) {
        if (registry.implementations().stream()
                .flatMap(EntryBuilds::endpoints)
                .noneMatch(it -> it.build().isPresent())) {
            return registry;
        }
        var builds = Builds.below(folders);
        if (builds.all().isEmpty()) {
            return registry;
        }
        var sound = new ArrayList<Implementation>();
        var problems = new ArrayList<RegistryProblem>();
        for (var implementation : registry.implementations()) {
            var found = problems(implementation, builds);
            problems.addAll(found);
            if (found.isEmpty()) {
                sound.add(implementation);
            }
        }
        return registry.reduced(sound, problems);
    }

    /** The endpoints of an implementation in all roles, and in the drafts with settings of their own. */
    static Stream<Endpoint> endpoints(Implementation implementation) {
        return implementation.roles().values().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.drafts().values().stream()));
    }

    /** The images of implementations that a run uses only if they are named. */
    static Set<String> unselected(Registry registry) {
        var images = images(registry.implementations().stream().filter(it -> !it.selected()));
        images.removeAll(images(registry.implementations().stream().filter(Implementation::selected)));
        return images;
    }

    private static Set<String> images(Stream<Implementation> implementations) {
        return implementations
                .flatMap(EntryBuilds::endpoints)
                .flatMap(it -> it.image().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<RegistryProblem> problems(Implementation implementation, Builds builds) {
        return endpoints(implementation)
                .flatMap(it -> problem(it, builds).stream())
                .map(it -> new RegistryProblem(implementation.origin(), implementation.name(), it))
                .distinct()
                .toList();
    }

    private static Optional<String> problem(Endpoint endpoint, Builds builds) {
        if (endpoint.build().isEmpty()) {
            return Optional.empty();
        }
        List<ImageBuild> named;
        if (ReleaseName.parse(endpoint.build().get()).isPresent()) {
            // The user asked for it: no entry is wrong.
            builds.named(endpoint.build().get());
            return Optional.empty();
        }
        try {
            named = builds.named(endpoint.build().get());
        } catch (UserError e) {
            return Optional.of(e.getMessage() + "; without 'build' the image is pulled, or is on the machine");
        }
        var made = named.stream().map(ImageBuild::image).toList();
        return endpoint.image()
                .filter(it -> !made.contains(it))
                .map(it -> "build '%s' makes %s, not %s; name the build that makes it, or leave 'build' out"
                        .formatted(endpoint.build().get(), String.join(" and ", made), it));
    }
}
