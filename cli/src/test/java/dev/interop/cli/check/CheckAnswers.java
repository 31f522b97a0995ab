package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.Optional;
import java.util.Set;

/** Evidence for requirements, and their results in a form that tests compare. */
final class CheckAnswers {
    private CheckAnswers() {}

    /** The evidence of one cell, of an implementation that was not probed. */
    static ImageEvidence evidence(CheckedCell cell) {
        return new ImageEvidence(
                cell.subject(),
                "linux/amd64",
                Set.of(),
                Optional.empty(),
                Optional.of(cell),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CheckResult met(String seen) {
        return new CheckResult.Passed(seen);
    }

    static CheckResult notChecked(String why) {
        return new Answers("", "").notChecked(why);
    }

    /** Not checked because of a cell that ended for this reason. */
    static CheckResult notChecked(ReasonCode code, String why) {
        return new CheckResult.Undecided(new Reason(code, why));
    }

    /** The finding of a requirement that is not met. */
    static Finding finding(CheckResult answer) {
        assertThat(answer).isInstanceOf(CheckResult.Failed.class);
        assertThat(((CheckResult.Failed) answer).findings()).hasSize(1);
        return ((CheckResult.Failed) answer).findings().get(0);
    }

    /** The reason why a requirement was not checked. */
    static String why(CheckResult answer) {
        assertThat(answer).isInstanceOf(CheckResult.Undecided.class);
        return ((CheckResult.Undecided) answer).reason().text();
    }
}
