package dev.interop.verdict;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One thing that must hold of a finished cell. A check has no state: the same evidence gives the same result. */
@API(status = Status.EXPERIMENTAL)
public interface Check {
    /** What must hold, one sentence for people, such as "The server performs exactly 1 handshake". */
    String rule();

    /** Where that comes from, such as {@code RFC 9000 §8.1.2}. */
    String section();

    /** Whether the packets' protected parts must be readable for this check. */
    default boolean needsKeys() {
        return false;
    }

    /** The test case that it is about, in a cell that stands for several; made only where the client claims that one. */
    default Optional<String> part() {
        return Optional.empty();
    }

    /** Creates a finding of this check: what had to be seen, what was seen, and where. */
    default Finding finding(String expected, String seen, Location where) {
        return new Finding(rule(), section(), expected, seen, where);
    }

    /** Creates a failure with one finding. */
    default CheckResult failed(String expected, String seen, Location where) {
        return CheckResult.of(List.of(finding(expected, seen, where)));
    }

    /** Looks at the evidence. Never throws for what an endpoint did, however odd. */
    CheckResult examine(Evidence evidence);
}
