package dev.interop.protocol;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Changes how a protocol's test cases run. A protocol ignores the settings that it does not know.
 *
 * @param scenario the simulator's scenario in all test cases, in place of their own or where client and server would
 *     otherwise meet directly
 * @param cases the number of test cases that a client runs at a time
 */
@API(status = Status.EXPERIMENTAL)
public record RunMode(Optional<String> scenario, Cases cases) {
    /** No change: the test cases' own scenario, one test case at a time. */
    public static final RunMode NONE = new RunMode(Optional.empty(), Cases.EACH);

    /** The number of test cases that a client runs at a time. */
    public enum Cases {
        /** One test case, against a server of its own. */
        EACH,
        /** All test cases that the client knows, against one server. */
        ALL
    }
}
