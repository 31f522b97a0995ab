package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Rule R19: each limit is reported, and none makes a failing stream pass. */
class LimitsTest {

    private static TapOptions with(TapLimits limits) {
        return TapOptions.lenient().limits(limits);
    }

    @Test
    void theBeginningOfALongLineIsRead() {
        String line = "not ok 1 - " + "x".repeat(100) + " # TODO out of sight";
        Recorded read = Recorded.of(with(TapLimits.DEFAULT.withLineBytes(64)), "1..1", line);

        assertThat(read.point().description()).isEqualTo("x".repeat(64 - "not ok 1 - ".length()));
        assertThat(read.result().counts().failed()).isEqualTo(1);
        assertThat(read.result().errors()).containsExactly(ProblemCode.LIMIT_LINE);
    }

    @Test
    void theLargestLimitIsNoLimit() {
        Recorded read = Recorded.of(with(TapLimits.DEFAULT.withLineBytes(Integer.MAX_VALUE)), "1..1", "ok 1 - a");

        assertThat(read.point().description()).isEqualTo("a");
        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void aLongLineIsCutTheSameInAnyChunking() {
        byte[] text = ("1..1\nok 1 - " + "ä".repeat(100) + "\n").getBytes(StandardCharsets.UTF_8);
        TapOptions options = with(TapLimits.DEFAULT.withLineBytes(64));

        Recorded whole = Recorded.of(options, text, text.length);
        assertThat(Recorded.of(options, text, 1)).isEqualTo(whole);
        assertThat(whole.result().malformedSequences()).isZero();
    }

    @Test
    void aLongLineInASubtestFailsTheStream() {
        Recorded read = Recorded.of(
                with(TapLimits.DEFAULT.withLineBytes(64)), "1..1", "    1..1", "    ok " + "x".repeat(99), "ok");

        assertThat(read.result().errors()).containsExactly(ProblemCode.LIMIT_LINE);
    }

    @Test
    void deeperSubtestsAreNotRead() {
        Recorded read = Recorded.of(
                with(TapLimits.DEFAULT.withDepth(1)), "1..1", "        not ok 1", "    ok 1", "    1..1", "ok 1");

        assertThat(read.result().errors()).containsExactly(ProblemCode.LIMIT_DEPTH);
        assertThat(read.points()).hasSize(2);
    }

    @Test
    void thousandsOfLevelsInOneLineAreRefusedAtOnce() {
        Recorded read = Recorded.of("1..0", " ".repeat(400_000) + "ok 1");

        assertThat(read.result().errors()).containsExactly(ProblemCode.LIMIT_DEPTH);
    }

    @Test
    void aLargeYamlBlockIsNotKept() {
        Recorded read = Recorded.of(
                with(TapLimits.DEFAULT.withYamlBytes(40)),
                "1..2",
                "ok 1",
                "  ---",
                "  a: 1",
                "  b: " + "x".repeat(40),
                "    not ok 9",
                "  ...",
                "not ok 2");

        assertThat(read.all(TapEvent.Diagnostic.class)).isEmpty();
        assertThat(read.all(TapEvent.NonTap.class)).hasSize(5);
        assertThat(read.points()).hasSize(2);
        assertThat(read.result().errors()).containsExactly(ProblemCode.LIMIT_YAML);
    }

    @Test
    void aNumberThatDoesNotFitIsAProblem() {
        Recorded read = Recorded.of("1..1", "ok 9223372036854775808", "ok");

        assertThat(read.result().errors()).contains(ProblemCode.NUMBER_OVERFLOW);
        assertThat(read.points()).extracting(TapEvent.Point::id).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Test
    void aPlanThatDoesNotFitIsAProblem() {
        assertThat(Recorded.of("1..99999999999999999999", "ok").result().errors())
                .containsExactlyInAnyOrder(ProblemCode.NUMBER_OVERFLOW, ProblemCode.COUNT_MISMATCH);
        assertThat(Recorded.of("0..9223372036854775807", "ok 0").result().errors())
                .containsExactly(ProblemCode.COUNT_MISMATCH);
    }

    @Test
    void scatteredNumbersBeyondTheLimitFail() {
        Recorded read =
                Recorded.of(with(TapLimits.DEFAULT.withIdRanges(2)), "ok 1", "ok 3", "ok 5", "ok 7", "ok 9", "1..9");

        assertThat(read.result().errors()).contains(ProblemCode.LIMIT_IDS);
        assertThat(read.problems()).filteredOn(ProblemCode.LIMIT_IDS::equals).hasSize(1);
    }

    @Test
    void problemsBeyondTheLimitStillCount() {
        Recorded read =
                Recorded.of(with(TapLimits.DEFAULT.withProblems(1)), "TAP version 14", "ok 1", "ok 1", "ok 1", "1..3");

        assertThat(read.result().problems()).hasSize(1);
        assertThat(read.result().problemsDropped()).isEqualTo(2);
        assertThat(read.result().warnings()).containsExactly(ProblemCode.LIMIT_PROBLEMS);
        assertThat(read.result().ok()).isFalse();
    }

    @Test
    void theStoredTextOfALongLineIsShortened() {
        String text = "x".repeat(100_000);
        Recorded read =
                Recorded.of("# Subtest: " + text, "    1..0 # " + text, "ok 1 - " + text, "ok 1 - " + text, "1..2");

        TapEvent.SubtestEnd subtest = read.all(TapEvent.SubtestEnd.class).get(0);
        assertThat(subtest.name()).hasSize(4_096);
        assertThat(subtest.result().plan().orElseThrow().raw()).hasSize(4_096);
        assertThat(read.result().errors()).containsExactly(ProblemCode.DUPLICATE_ID);
        assertThat(read.result().problems())
                .allSatisfy(problem -> assertThat(problem.raw()).hasSizeLessThanOrEqualTo(4_096));
        assertThat(read.result().warnings()).doesNotContain(ProblemCode.SUBTEST_NAME_MISMATCH);
        assertThat(read.point().description()).hasSize(100_000);
    }

    @Test
    void pointsBeyondTheLimitAreStillCounted() {
        TapDocument document = Tap.document("ok\nok\nnot ok\n1..3\n", with(TapLimits.DEFAULT.withPoints(2)));

        assertThat(document.points()).hasSize(2);
        assertThat(document.result().counts().points()).isEqualTo(3);
        assertThat(document.result().ok()).isFalse();
        assertThat(document.result().warnings()).contains(ProblemCode.LIMIT_POINTS);
    }

    @Test
    void limitsThatAreTooSmallAreRefused() {
        assertThatThrownBy(() -> TapLimits.DEFAULT.withLineBytes(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TapLimits.DEFAULT.withDepth(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
