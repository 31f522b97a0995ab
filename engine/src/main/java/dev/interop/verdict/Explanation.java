package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Says why a cell failed, from what both sides sent. It is asked about failed cells only and changes no outcome: what it finds
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
}
