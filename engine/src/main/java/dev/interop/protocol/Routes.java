package dev.interop.protocol;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * All routes of a pair.
 *
 * @param open those to be run
 * @param closed those that are not, and why
 */
@API(status = Status.EXPERIMENTAL)
public record Routes(List<Route> open, List<Closed> closed) {
    public Routes {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** A protocol's whose pairs have one route each. */
    public static Routes direct() {
        return new Routes(List.of(Route.direct()), List.of());
    }

    /**
     * A route that is not run.
     *
     * @param route the route
     * @param cause why not
     * @param text why not, for people
     */
    public record Closed(Route route, Cause cause, String text) {}

    /** Why a route is not run. */
    public enum Cause {
        /** The two share no version. It is a result of its own: the pair's cells are reported as skipped. */
        NO_COMMON_VERSION,
        /** The two share versions, but the client does not speak any of them over this transport. */
        NO_COMMON_TRANSPORT,
        /** A filter leaves it out. */
        FILTERED,
        /** The remote endpoint is said to be out of service. */
        INACTIVE,
        /** The registry names no image of the client, or neither an image nor a remote endpoint of the server. */
        NOT_THERE
    }
}
