package dev.interop.protocol;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a protocol's test cases are to be run, where that is not what they say themselves. A protocol takes what it knows.
 *
 * @param scenario the simulator's scenario between client and server where they would meet directly
 * @param cases how many at a time
 */
@API(status = Status.EXPERIMENTAL)
public record RunMode(Optional<String> scenario, Cases cases) {
    /** As the test cases say. */
    public static final RunMode NONE = new RunMode(Optional.empty(), Cases.EACH);

    /** How many test cases a client runs at a time. */
    public enum Cases {
        /** One, against a server of its own. */
        EACH,
        /** All that it knows, against one server. */
        ALL
    }
}
