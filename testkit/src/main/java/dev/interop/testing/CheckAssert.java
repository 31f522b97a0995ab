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
 * Assertions on what a check says of evidence:
 * {@code assertThat(check, evidence).failed().because("1100 bytes").atPacket(3)}.
 */
@API(status = Status.EXPERIMENTAL)
public final class CheckAssert extends AbstractAssert<CheckAssert, CheckResult> {
    private CheckAssert(CheckResult actual) {
        super(actual, CheckAssert.class);
    }

    /** Makes the check and starts an assertion. */
    public static CheckAssert assertThat(Check check, Evidence evidence) {
        Assertions.assertThat(check.rule()).as("the rule is a sentence").isNotBlank();
        Assertions.assertThat(check.section())
                .as("the section says where the rule comes from")
                .isNotBlank();
        return new CheckAssert(check.examine(evidence));
    }

    /** The check passed. */
    public CheckAssert passed() {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Passed.class);
        return this;
    }

    /** The check failed. */
    public CheckAssert failed() {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Failed.class);
        return this;
    }

    /** The check cannot be made on this evidence, for this reason. */
    public CheckAssert undecided(ReasonCode code) {
        Assertions.assertThat(actual).isInstanceOf(CheckResult.Undecided.class);
        Assertions.assertThat(((CheckResult.Undecided) actual).reason().code()).isEqualTo(code);
        return this;
    }

    /** What the first finding says was seen contains these words. */
    public CheckAssert because(String seen) {
        Assertions.assertThat(first().seen()).contains(seen);
        return this;
    }

    /** This packet shows the first finding. */
    public CheckAssert atPacket(long number) {
        Assertions.assertThat(first().evidence().packet()).hasValue(number);
        return this;
    }

    private Finding first() {
        failed();
        return ((CheckResult.Failed) actual).findings().get(0);
    }
}
