package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a client says of its cell, by its report and its exit code taken together.
 *
 * @param outcome {@link Outcome#SUCCEEDED}: it claims a pass, which has yet to be proven
 * @param reason why that is what it says
 * @param findings what shows it; at least one where it failed
 * @param points how many results it reported
 * @param parts the test cases that it reports as passed, where it was to run several
 */
@API(status = Status.EXPERIMENTAL)
public record ReportedOutcome(Outcome outcome, Reason reason, List<Finding> findings, long points, List<String> parts) {
    public ReportedOutcome {
        findings = List.copyOf(findings);
        parts = List.copyOf(parts);
        if (outcome == Outcome.FAILED && findings.isEmpty()) {
            throw new IllegalArgumentException("a failure needs a finding");
        }
    }

    /** Whether it claims a pass. */
    public boolean claimsPass() {
        return outcome == Outcome.SUCCEEDED;
    }
}
