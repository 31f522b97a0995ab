package dev.interop.protocol;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * All routes of a pair.
 *
 * @param open the routes that run
 * @param closed the routes that do not run, with the reason
 */
@API(status = Status.EXPERIMENTAL)
public record Routes(List<Route> open, List<Closed> closed) {
    public Routes {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** These routes, of which those are closed that a filter's labels do not name. */
    public Routes only(Set<String> labels) {
        if (labels.isEmpty()) {
            return this;
        }
        var kept = open.stream().filter(it -> labels.contains(it.label())).toList();
        var left = Stream.concat(
                open.stream().filter(it -> !kept.contains(it)).map(Routes::notNamed),
                closed.stream().map(it -> labels.contains(it.route().label()) ? it : notNamed(it.route())));
        return new Routes(kept, left.toList());
    }

    private static Closed notNamed(Route route) {
        return new Closed(route, Cause.FILTERED, "left out by a filter: route '" + route.label() + "'");
    }

    /** The routes of a pair that has only one. */
    public static Routes direct() {
        return new Routes(List.of(Route.direct()), List.of());
    }

    /**
     * A route that is not run.
     *
     * @param route the route
     * @param cause the kind of reason
     * @param text the reason, for people
     */
    public record Closed(Route route, Cause cause, String text) {}

    /** The kind of reason for which a route is not run. */
    public enum Cause {
        /** Client and server share no version. The pair's cells are reported as skipped. */
        NO_COMMON_VERSION,
        /** Client and server share versions, but the client does not speak any of them over this transport. */
        NO_COMMON_TRANSPORT,
        /** A filter leaves it out. */
        FILTERED,
        /** The registry says that the remote endpoint is out of service. */
        INACTIVE,
        /** The registry names no image of the client, or neither an image nor a remote endpoint of the server. */
        NOT_THERE
    }
}
