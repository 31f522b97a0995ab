package dev.interop.verdict;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One requirement on a finished cell. A check has no state: the same evidence gives the same result. */
@API(status = Status.EXPERIMENTAL)
public interface Check {
    /** The requirement as one sentence for display, such as "The server performs exactly 1 handshake". */
    String rule();

    /** The section of the specification, such as {@code RFC 9000 §8.1.2}. */
    String section();

    /** Whether this check needs decrypted packets. */
    default boolean needsKeys() {
        return false;
    }

    /**
     * The test case that the check belongs to, in a cell that covers several. The check runs only if the client claims
     * a pass of that test case.
     */
    default Optional<String> part() {
        return Optional.empty();
    }

    /** Creates a finding of this check: expected, seen, and where. */
    default Finding finding(String expected, String seen, Location where) {
        return new Finding(rule(), section(), expected, seen, where);
    }

    /** Creates a failure with one finding. */
    default CheckResult failed(String expected, String seen, Location where) {
        return CheckResult.of(List.of(finding(expected, seen, where)));
    }

    /** Examines the evidence. Never throws because of an endpoint's behaviour, however odd. */
    CheckResult examine(Evidence evidence);
}
