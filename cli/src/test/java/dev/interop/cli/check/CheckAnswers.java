package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;

/** Results of requirements in a form that tests compare. */
final class CheckAnswers {
    private CheckAnswers() {}

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
