package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the results of a requirement: met is a check that passed, not met is a finding with the observation and the
 * expected change, and not checked is a check that could not be made.
 *
 * @param rule the requirement
 * @param section its section of {@code docs/contract.md}
 */
record Answers(String rule, String section) {
    /** The requirement could not be checked, or does not apply. */
    static final ReasonCode NOT_CHECKED = new ReasonCode("not-checked");

    CheckResult met(String seen) {
        return new CheckResult.Passed(seen);
    }

    CheckResult notChecked(String why) {
        return new CheckResult.Undecided(new Reason(NOT_CHECKED, why));
    }

    /**
     * The requirement could not be checked because of how a cell ended; the reason has that cell's code.
     *
     * @param why the reason, with the text of that cell's
     */
    CheckResult notChecked(CheckedCell cell, String why) {
        return new CheckResult.Undecided(new Reason(cell.verdict().reason().code(), why));
    }

    /**
     * @param seen the observation
     * @param change the expected change
     */
    CheckResult notMet(String seen, String change) {
        return notMet(seen, change, Location.none());
    }

    /** @param folder the folder with more details */
    CheckResult notMet(String seen, String change, Path folder) {
        return notMet(seen, change, Location.ofFile(folder.toString()));
    }

    private CheckResult notMet(String seen, String change, Location where) {
        return new CheckResult.Failed(List.of(new Finding(rule, section, change, seen, where)));
    }
}
