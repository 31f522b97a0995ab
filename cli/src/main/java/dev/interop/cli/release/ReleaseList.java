package dev.interop.cli.release;

import dev.interop.registry.VersionOrder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The releases of a package that can be made, the oldest first.
 *
 * @param releases the releases
 */
@API(status = Status.INTERNAL)
public record ReleaseList(List<String> releases) {
    private static final int NEAREST_EACH_WAY = 2;

    public ReleaseList {
        releases = List.copyOf(releases);
    }

    /** Releases in the order of their numbers. */
    public static ReleaseList sorted(Collection<String> releases) {
        return new ReleaseList(releases.stream().sorted(VersionOrder.ORDER).toList());
    }

    /** Whether there is this release. */
    public boolean has(String release) {
        return releases.contains(release);
    }

    /** The releases before and after the place that a missing one would have; all, where their order is no number's. */
    public List<String> nearest(String missing) {
        if (releases.stream().noneMatch(it -> it.matches(".*\\d.*"))) {
            return releases;
        }
        var before = releases.stream()
                .filter(it -> VersionOrder.ORDER.compare(it, missing) <= 0)
                .toList();
        var after = releases.stream().skip(before.size());
        return Stream.concat(
                        before.stream().skip(Math.max(0, before.size() - NEAREST_EACH_WAY)),
                        after.limit(NEAREST_EACH_WAY))
                .toList();
    }

    /** The releases from one to the other, without previews in between. Both have to be in this list. */
    public ReleaseList between(String first, String last) {
        return new ReleaseList(releases.subList(releases.indexOf(first), releases.indexOf(last) + 1).stream()
                .filter(it -> it.equals(first) || it.equals(last) || !VersionOrder.isPreview(it))
                .toList());
    }
}
