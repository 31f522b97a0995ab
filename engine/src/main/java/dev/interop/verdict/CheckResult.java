package dev.interop.verdict;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a check says of a recording. */
@API(status = Status.EXPERIMENTAL)
public sealed interface CheckResult {
    /**
     * What must hold was seen to hold.
     *
     * @param seen what shows it, a few words; empty where the rule says it all
     */
    record Passed(String seen) implements CheckResult {
        /** One whose rule says it all. */
        public Passed() {
            this("");
        }
    }

    /**
     * What must hold does not.
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
