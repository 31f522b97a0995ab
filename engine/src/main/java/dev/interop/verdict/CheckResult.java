package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The result of a check. */
@API(status = Status.EXPERIMENTAL)
public sealed interface CheckResult {
    /**
     * The requirement is met.
     *
     * @param seen a few words about the proof; empty if the rule needs no addition
     */
    record Passed(String seen) implements CheckResult {
        /** A pass without details. */
        public Passed() {
            this("");
        }
    }

    /**
     * The requirement is violated.
     *
     * @param findings at least one
     */
    record Failed(List<Finding> findings) implements CheckResult {
        public Failed {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a failure needs a finding");
            }
        }
    }

    /**
     * The check cannot be made on this recording.
     *
     * @param reason why
     */
    record Undecided(Reason reason) implements CheckResult {}

    /** Passed without findings, else failed. */
    static CheckResult of(List<Finding> findings) {
        return findings.isEmpty() ? new Passed() : new Failed(findings);
    }
}
