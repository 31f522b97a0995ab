package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;

/** Answers of a check, as tests compare them. */
final class CheckAnswers {
    private CheckAnswers() {}

    static CheckResult met(String seen) {
        return new CheckResult.Passed(seen);
    }

    static CheckResult notAsked(String why) {
        return new Answers("", "").notAsked(why);
    }

    /** Why a requirement is not met. */
    static Finding finding(CheckResult answer) {
        assertThat(answer).isInstanceOf(CheckResult.Failed.class);
        assertThat(((CheckResult.Failed) answer).findings()).hasSize(1);
        return ((CheckResult.Failed) answer).findings().get(0);
    }

    /** Why a requirement was not asked for. */
    static String why(CheckResult answer) {
        assertThat(answer).isInstanceOf(CheckResult.Undecided.class);
        return ((CheckResult.Undecided) answer).reason().text();
    }
}
