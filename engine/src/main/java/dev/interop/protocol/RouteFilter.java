package dev.interop.protocol;

import dev.interop.registry.DraftVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which routes are wanted.
 *
 * @param version the only version that pairs may speak; empty for the newest that both know
 * @param target the version that pairs are compared with; empty for the registry's
 * @param versionRelations the standings that are wanted; empty for all
 * @param transports the transports that are wanted; empty for all
 * @param places the places that are wanted; empty for all
 */
@API(status = Status.EXPERIMENTAL)
public record RouteFilter(
        Optional<String> version,
        Optional<String> target,
        Set<VersionRelation> versionRelations,
        Set<String> transports,
        Set<Place> places) {
    public RouteFilter {
        version = version.map(DraftVersion::canonical);
        target = target.map(DraftVersion::canonical);
        versionRelations = Set.copyOf(versionRelations);
        transports = Set.copyOf(transports);
        places = Set.copyOf(places);
    }

    /** Where a server runs. */
    public enum Place {
        /** In a container of the run. */
        DOCKER,
        /** Elsewhere, reached over the network. */
        REMOTE;

        /** As options and results spell it: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every route. */
    public static RouteFilter all() {
        return new RouteFilter(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of());
    }

    /** Every route, against this target unless another one is wanted. */
    public RouteFilter withDefaultTarget(Optional<String> registered) {
        return new RouteFilter(version, target.or(() -> registered), versionRelations, transports, places);
    }
}
