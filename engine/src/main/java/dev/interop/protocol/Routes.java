package dev.interop.protocol;

import java.util.List;
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
