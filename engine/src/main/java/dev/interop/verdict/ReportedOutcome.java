package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The outcome that a client reports, by its report and its exit code together.
 *
 * @param outcome the reported outcome; {@link Outcome#SUCCEEDED} is a claim that has yet to be proven
 * @param reason the reason for this outcome
 * @param findings the violations; at least one if the client failed
 * @param points the number of reported results
 * @param parts the test cases that it reports as passed, if it had to run several
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

    /** Whether the client claims a pass. */
    public boolean claimsPass() {
        return outcome == Outcome.SUCCEEDED;
    }
}
