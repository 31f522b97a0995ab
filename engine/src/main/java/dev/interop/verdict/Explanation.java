package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says why a cell failed, from what both sides sent. It is asked about failed cells only and makes none succeed: what it finds
 * comes before the finding that made the cell fail, which often is just the client's exit code.
 */
@FunctionalInterface
@API(status = Status.EXPERIMENTAL)
public interface Explanation {
    /** An explanation that never finds anything. */
    Explanation NONE = evidence -> List.of();

    /**
     * Returns what made the cell fail.
     *
     * @param evidence the evidence of a failed cell
     * @return the findings, the most telling one first; empty if the packets do not show why
     */
    List<Finding> explain(Evidence evidence);

    /**
     * Whether the cell had to fail however fast the machine was, since what both endpoints announce does not fit together. Then an
     * overload of the machine does not make the failure undecided.
     *
     * @param evidence the evidence of a failed cell
     */
    default boolean isSettled(Evidence evidence) {
        return false;
    }
}
