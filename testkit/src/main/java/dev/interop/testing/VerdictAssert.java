package dev.interop.testing;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on verdicts: {@code assertThat(verdict).failed().because("sent a Retry").atPacket(3)}. */
@API(status = Status.EXPERIMENTAL)
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {
    private VerdictAssert(Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    /** Starts an assertion. */
    public static VerdictAssert assertThat(Verdict actual) {
        return new VerdictAssert(actual);
    }

    /** Verifies that every check passed. */
    public VerdictAssert succeeded() {
        came(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED);
        Assertions.assertThat(actual.checks())
                .isNotEmpty()
                .allSatisfy(it -> Assertions.assertThat(it.result()).isInstanceOf(CheckResult.Passed.class));
        Assertions.assertThat(actual.findings()).isEmpty();
        return this;
    }

    /** Verifies that a check failed. */
    public VerdictAssert failed() {
        return came(Outcome.FAILED, ReasonCode.CHECK_FAILED);
    }

    /** Verifies that the cell failed for this reason. */
    public VerdictAssert failed(ReasonCode code) {
        return came(Outcome.FAILED, code);
    }

    /** Verifies that the cell is undecided for this reason. */
    public VerdictAssert undecided(ReasonCode code) {
        return came(Outcome.UNDECIDED, code);
    }

    /** Verifies that the cell is unsupported for this reason. */
    public VerdictAssert unsupported(ReasonCode code) {
        return came(Outcome.UNSUPPORTED, code);
    }

    /** Verifies that the cell is in error for this reason. */
    public VerdictAssert error(ReasonCode code) {
        return came(Outcome.ERROR, code);
    }

    /** Verifies the outcome and its reason. */
    public VerdictAssert came(Outcome outcome, ReasonCode code) {
        isNotNull();
        Assertions.assertThat(actual.outcome())
                .as("outcome: %s", actual.reason().text())
                .isEqualTo(outcome);
        Assertions.assertThat(actual.reason().code())
                .as("reason: %s", actual.reason().text())
                .isEqualTo(code);
        return this;
    }

    /** Verifies that the observation of the first finding contains this text. */
    public VerdictAssert because(String seen) {
        Assertions.assertThat(first().seen()).contains(seen);
        Assertions.assertThat(actual.reason().text()).contains(seen);
        return this;
    }

    /** Verifies the rule of the first finding. */
    public VerdictAssert against(String rule) {
        Assertions.assertThat(first().rule()).isEqualTo(rule);
        return this;
    }

    /** Verifies that the first finding names this packet. */
    public VerdictAssert atPacket(String file, long number) {
        Assertions.assertThat(first().evidence().file()).isEqualTo(file);
        Assertions.assertThat(first().evidence().packet()).hasValue(number);
        return this;
    }

    /** Verifies that the first finding names a packet of this capture. */
    public VerdictAssert atSomePacket(String file) {
        Assertions.assertThat(first().evidence().packet()).isPresent();
        return inFile(file);
    }

    /** Verifies that the first finding names this file. */
    public VerdictAssert inFile(String file) {
        Assertions.assertThat(first().evidence().file()).isEqualTo(file);
        return this;
    }

    /** Verifies that the text of the reason contains these words. */
    public VerdictAssert reads(String words) {
        Assertions.assertThat(actual.reason().text()).contains(words);
        return this;
    }

    /** Verifies that the first finding names this line. */
    public VerdictAssert atLine(String file, int line) {
        Assertions.assertThat(first().evidence().file()).isEqualTo(file);
        Assertions.assertThat(first().evidence().line()).hasValue(line);
        return this;
    }

    private Finding first() {
        Assertions.assertThat(actual.findings()).isNotEmpty();
        return actual.findings().get(0);
    }
}
