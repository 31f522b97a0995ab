package dev.interop.cli.release;

import dev.interop.registry.VersionOrder;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where the releases of a build come from.
 *
 * @param registry the package registry
 * @param packageName the package's name there
 * @param names the only releases, the oldest first, where the registry has no list of them
 * @param from the first release that the build can make, if it is not every one
 * @param to the last one, likewise
 */
@API(status = Status.INTERNAL)
public record ReleaseSource(
        PackageRegistry registry, String packageName, List<String> names, Optional<String> from, Optional<String> to) {
    public ReleaseSource {
        names = List.copyOf(names);
    }

    /** Whether the build can make this release. */
    public boolean makes(String release) {
        return names.isEmpty()
                ? from.filter(it -> VersionOrder.ORDER.compare(release, it) < 0).isEmpty()
                        && to.filter(it -> VersionOrder.ORDER.compare(release, it) > 0)
                                .isEmpty()
                : names.contains(release);
    }

    /** The releases that the build can make, for people. */
    public String range() {
        if (!names.isEmpty()) {
            return String.join(", ", names);
        }
        return from.map("%s and later"::formatted)
                .map(it ->
                        to.map(last -> "%s to %s".formatted(from.get(), last)).orElse(it))
                .or(() -> to.map("%s and earlier"::formatted))
                .orElse("all");
    }
}
