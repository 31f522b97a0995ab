package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the answers to a requirement: met is a check that passed, not met is a finding that says what was seen and what is
 * expected in its place, and not asked is a check that could not be made.
 *
 * @param rule what is required
 * @param section its section of {@code docs/contract.md}
 */
record Answers(String rule, String section) {
    /** It could not be asked for, or nothing of it is required. */
    static final ReasonCode NOT_ASKED = new ReasonCode("not-asked");

    CheckResult met(String seen) {
        return new CheckResult.Passed(seen);
    }

    CheckResult notAsked(String why) {
        return new CheckResult.Undecided(new Reason(NOT_ASKED, why));
    }

    /**
     * @param seen what was seen
     * @param change what is expected in its place, as what to change
     */
    CheckResult notMet(String seen, String change) {
        return notMet(seen, change, Location.none());
    }

    /**
     * @param folder in which more is to be seen
     */
    CheckResult notMet(String seen, String change, Path folder) {
        return notMet(seen, change, Location.ofFile(folder.toString()));
    }

    private CheckResult notMet(String seen, String change, Location where) {
        return new CheckResult.Failed(List.of(new Finding(rule, section, change, seen, where)));
    }
}
