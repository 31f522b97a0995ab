package dev.interop.testing;

import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.ReasonCode;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on the result of a check of evidence:
 * {@code assertThat(check, evidence).failed().because("1100 bytes").atPacket(3)}.
 */
@API(status = Status.EXPERIMENTAL)
public final class CheckAssert extends AbstractAssert<CheckAssert, CheckResult> {
    private CheckAssert(CheckResult actual) {
        super(actual, CheckAssert.class);
    }

    /** Runs the check on the evidence and starts an assertion on its result. */
    public static CheckAssert assertThat(Check check, Evidence evidence) {
        Assertions.assertThat(check.rule()).as("the rule is a sentence").isNotBlank();
        Assertions.assertThat(check.section())
                .as("the section says where the rule comes from")
                .isNotBlank();
        return new CheckAssert(check.examine(evidence));
    }

    /** Verifies that the check passed. */
    public CheckAssert passed() {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Passed.class);
        return this;
    }

    /** Verifies that the check failed. */
    public CheckAssert failed() {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Failed.class);
        return this;
    }

    /** Verifies that the check could not be made, for this reason. */
    public CheckAssert undecided(ReasonCode code) {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Undecided.class);
        Assertions.assertThat(((CheckResult.Undecided) actual).reason().code()).isEqualTo(code);
        return this;
    }

    /** Verifies that the observation of the first finding contains this text. */
    public CheckAssert because(String seen) {
        Assertions.assertThat(first().seen()).contains(seen);
        return this;
    }

    /** Verifies that the first finding names this packet. */
    public CheckAssert atPacket(long number) {
        Assertions.assertThat(first().evidence().packet()).hasValue(number);
        return this;
    }

    private Finding first() {
        failed();
        return ((CheckResult.Failed) actual).findings().get(0);
    }
}
