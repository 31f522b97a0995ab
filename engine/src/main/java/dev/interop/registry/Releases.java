package dev.interop.registry;

import dev.interop.UserError;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Adds other releases of a registry's implementations, which are named {@code NAME@RELEASE}. */
@API(status = Status.INTERNAL)
public final class Releases {
    private Releases() {}

    /**
     * Returns the registry with each release that one of these words names, behind the implementation that it is one of. Words
     * of another form, and names that are not registered, are passed over.
     *
     * @param words names as options have them; {@code !NAME@RELEASE}, too
     * @throws UserError when no image of the implementation is built
     */
    public static Registry added(Registry registry, Collection<String> words) {
        var result = registry;
        for (var word : words.stream().map(Releases::plain).distinct().toList()) {
            var release = ReleaseName.parse(word);
            if (release.isPresent() && !isKnown(result, word)) {
                result = with(result, release.get());
            }
        }
        return result;
    }

    /**
     * Returns the registry with this release in the place of its implementation.
     *
     * @throws UserError when there is no such implementation, or none of its images is built
     */
    public static Registry replaced(Registry registry, ReleaseName release) {
        if (!isKnown(registry, release.name())) {
            // Its message names the nearest one.
            return registry.replacing(release.name(), release.text());
        }
        var others = registry.implementations().stream()
                .filter(it -> !it.name().equals(release.text()))
                .flatMap(it -> it.name().equals(release.name()) ? at(it, release, it.selected()) : Stream.of(it))
                .toList();
        return checked(registry, others, release);
    }

    private static Registry with(Registry registry, ReleaseName release) {
        if (!isKnown(registry, release.name())) {
            return registry;
        }
        var all = registry.implementations().stream()
                .flatMap(it -> it.name().equals(release.name())
                        ? Stream.concat(Stream.of(it), at(it, release, false))
                        : Stream.of(it))
                .toList();
        return checked(registry, all, release);
    }

    private static Stream<Implementation> at(Implementation it, ReleaseName release, boolean inDefault) {
        return Stream.of(it.at(release, inDefault))
                .filter(released -> !released.roles().isEmpty());
    }

    private static Registry checked(Registry registry, List<Implementation> all, ReleaseName release) {
        if (all.stream().noneMatch(it -> it.name().equals(release.text()))) {
            throw new UserError(
                    "'%s': '%s' is an image that is not built here, so only its own release can run; name another image with --replace %s=IMAGE"
                            .formatted(release.text(), release.name(), release.name()));
        }
        return new Registry(all, registry.currentTarget(), registry.problems(), registry.unread());
    }

    private static boolean isKnown(Registry registry, String name) {
        return registry.implementations().stream().anyMatch(it -> it.name().equals(name));
    }

    private static String plain(String word) {
        return word.startsWith("!") ? word.substring(1) : word;
    }
}
