package dev.interop.cli.release;

import dev.interop.Printable;
import dev.interop.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The releases of packages. Each package is asked for once, since an answer takes seconds. */
@API(status = Status.INTERNAL)
public final class PackageIndex {
    private final Listing listing;
    private final Map<ReleaseSource, ReleaseList> known = new HashMap<>();

    /** Asks a package registry. */
    @FunctionalInterface
    public interface Listing {
        /**
         * The releases of a package, in any order.
         *
         * @throws UserError when they cannot be listed
         */
        List<String> releases(PackageRegistry registry, String packageName);
    }

    public PackageIndex(Listing listing) {
        this.listing = listing;
    }

    /**
     * The releases that a build can make.
     *
     * @throws UserError when they cannot be listed
     */
    public synchronized ReleaseList list(ReleaseSource source) {
        var list = known.get(source);
        if (list == null) {
            list = asked(source);
            known.put(source, list);
        }
        return list;
    }

    private ReleaseList asked(ReleaseSource source) {
        if (!source.names().isEmpty()) {
            return new ReleaseList(source.names());
        }
        var releases = listing.releases(source.registry(), source.packageName());
        if (releases.isEmpty()) {
            throw new UserError("%s: no release is listed by %s"
                            .formatted(source.packageName(), source.registry().label()))
                    .ofEnvironment();
        }
        return ReleaseList.sorted(releases.stream().filter(source::makes).toList());
    }

    /**
     * Checks that there is a release.
     *
     * @throws UserError when there is not, with the nearest ones, or when they cannot be listed
     */
    public void check(String name, String release, ReleaseSource source) {
        var list = list(source);
        if (!list.has(release)) {
            throw new UserError("'%s@%s': %s has no such release; nearest: %s"
                    .formatted(
                            name,
                            Printable.of(release),
                            source.packageName(),
                            String.join(", ", list.nearest(release))));
        }
    }
}
