package dev.interop.protocol;

import dev.interop.ProtocolVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Selects routes.
 *
 * @param version the only version that pairs may speak; empty for the newest that both know
 * @param target the version that pairs are compared with; empty for the registry's
 * @param versionRelations the selected version relations; empty for all
 * @param transports the selected transports; empty for all
 * @param places the selected places; empty for all
 * @param labels the selected routes' labels, which the planner applies to the routes of every protocol; empty for all
 */
@API(status = Status.EXPERIMENTAL)
public record RouteFilter(
        Optional<ProtocolVersion> version,
        Optional<ProtocolVersion> target,
        Set<String> versionRelations,
        Set<String> transports,
        Set<Place> places,
        Set<String> labels) {
    public RouteFilter {
        versionRelations = Set.copyOf(versionRelations);
        transports = Set.copyOf(transports);
        places = Set.copyOf(places);
        labels = Set.copyOf(labels);
    }

    /** A filter that selects routes of all labels. */
    public RouteFilter(
            Optional<ProtocolVersion> version,
            Optional<ProtocolVersion> target,
            Set<String> versionRelations,
            Set<String> transports,
            Set<Place> places) {
        this(version, target, versionRelations, transports, places, Set.of());
    }

    /** The place where a server runs. */
    public enum Place {
        /** In a container of the run. */
        DOCKER,
        /** Outside the test networks, reached by its URL. */
        REMOTE;

        /** The name in options and results, in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Selects every route. */
    public static RouteFilter all() {
        return new RouteFilter(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of());
    }

    /** The same filter, with this target version if it has none. */
    public RouteFilter withDefaultTarget(Optional<ProtocolVersion> registered) {
        return new RouteFilter(version, target.or(() -> registered), versionRelations, transports, places, labels);
    }
}
