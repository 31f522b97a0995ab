package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** TAP 14, section "Subtests", and rules R12 to R15. */
class SubtestTest {

    @Test
    void aCommentedSubtestHasItsName() {
        Recorded read =
                Recorded.of("TAP version 14", "1..1", "# Subtest: inner", "    1..1", "    ok 1", "ok 1 - inner");

        assertThat(read.shape()).isEqualTo("Version0 Plan0 Comment0 SubtestStart1 Plan1 Point1 SubtestEnd1 Point0");
        assertThat(read.all(TapEvent.SubtestStart.class).get(0))
                .extracting(TapEvent.SubtestStart::name, TapEvent.SubtestStart::kind)
                .containsExactly("inner", SubtestKind.COMMENTED);
        assertThat(read.result().ok()).isTrue();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aBareSubtestIsOpenedByItsIndentation() {
        Recorded read = Recorded.of("TAP version 14", "    ok 1", "    1..1", "ok 1 - outer", "1..1");

        assertThat(read.shape()).isEqualTo("Version0 SubtestStart1 Point1 Plan1 SubtestEnd1 Point0 Plan0");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void severalLevelsCanOpenAtOnce() {
        Recorded read = Recorded.of(
                "TAP version 14",
                "        ok 1 - nested twice",
                "        1..1",
                "    ok 1 - nested parent",
                "    1..1",
                "ok 1 - double nest passing",
                "1..1");

        assertThat(read.shape())
                .isEqualTo("Version0 SubtestStart1 SubtestStart2 Point2 Plan2 SubtestEnd2 Point1 Plan1 SubtestEnd1"
                        + " Point0 Plan0");
        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void aSubtestHasItsOwnVerdictAndCounts() {
        Recorded read = Recorded.of("TAP version 14", "1..1", "    1..2", "    not ok 1", "    ok 2", "not ok 1");

        TapResult inner = read.all(TapEvent.SubtestEnd.class).get(0).result();
        assertThat(inner.counts()).isEqualTo(new TapCounts(2, 1, 1, 0, 0, 1));
        assertThat(inner.ok()).isFalse();
        assertThat(read.result().counts().points()).isEqualTo(1);
    }

    @Test
    void aDiagnosticOfANestedPointIsIndentedFromIt() {
        Recorded read = Recorded.of("1..1", "    1..1", "    ok 1", "      ---", "      a: 1", "      ...", "ok 1");

        assertThat(read.all(TapEvent.Diagnostic.class).get(0).depth()).isEqualTo(1);
        assertThat(read.all(TapEvent.Diagnostic.class).get(0).yaml()).isEqualTo("a: 1\n");
    }

    @Test
    void theCommentMayStandAtTheSubtestsOwnLevel() {
        Recorded read = Recorded.of(
                "    # Subtest: outer",
                "    # Subtest: inner",
                "        ok 1",
                "        1..1",
                "    ok 1 - inner",
                "    1..1",
                "ok 1 - outer",
                "1..1");

        assertThat(read.all(TapEvent.SubtestStart.class))
                .extracting(TapEvent.SubtestStart::name)
                .containsExactly("outer", "inner");
        assertThat(read.problems()).containsExactly(ProblemCode.VERSION_MISSING);
    }

    @Test
    void aCommentAtTheParentsLevelNamesTheLevelBelowIt() {
        Recorded read =
                Recorded.of("    # Subtest: inner", "        1..0", "    ok 1 - inner", "    1..1", "ok 1", "1..1");

        assertThat(read.all(TapEvent.SubtestStart.class))
                .extracting(TapEvent.SubtestStart::name)
                .containsExactly("", "inner");
    }

    @Test
    void anAnnouncedSubtestNeedNotCome() {
        Recorded read = Recorded.of("1..1", "# Subtest: leaf", "ok 1 - leaf");

        assertThat(read.shape()).isEqualTo("Plan0 Comment0 Point0");
    }

    @Test
    void aPragmaOfASubtestEndsWithIt() {
        Recorded read = Recorded.of(
                "TAP version 14",
                "pragma -strict",
                "# Subtest: child test",
                "    1..1",
                "    pragma +strict",
                "    ok 1",
                "ok 1 - child test",
                "!!This is not valid TAP content!!",
                "1..1");

        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void aBailOutOfASubtestEndsTheRun() {
        Recorded read = Recorded.of("1..2", "    ok 1", "    Bail out! gone", "ok 1", "ok 2");

        assertThat(read.result().bailOut()).hasValue("gone");
        assertThat(read.result().counts().points()).isZero();
        assertThat(read.shape()).isEqualTo("Plan0 SubtestStart1 Point1 BailOut1 SubtestEnd1 NonTap0 NonTap0");
    }

    @Test
    void bracesAfterAPointHoldItsSubtest() {
        Recorded read = Recorded.of("1..1", "ok 1 - outer {", "    1..1", "    ok 1", "}");

        assertThat(read.shape()).isEqualTo("Plan0 Point0 SubtestStart1 Plan1 Point1 SubtestEnd1");
        assertThat(read.point().description()).isEqualTo("outer");
        assertThat(read.all(TapEvent.SubtestEnd.class).get(0).correlated()).isTrue();
    }

    @Test
    void bracesMayFollowTheDiagnostic() {
        Recorded read =
                Recorded.of("1..1", "ok 1 - outer", "  ---", "  a: 1", "  ...", "{", "    1..1", "    ok 1", "}");

        assertThat(read.shape()).isEqualTo("Plan0 Point0 Diagnostic0 SubtestStart1 Plan1 Point1 SubtestEnd1");
    }

    @Test
    void bracesOfOtherOutputAreNotASubtest() {
        Recorded read = Recorded.of("TAP version 14", "ok 1", "{", "  \"a\": 1", "}", "{", "    \"b\": 2", "}", "1..1");

        assertThat(read.all(TapEvent.SubtestStart.class)).isEmpty();
        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void aPointWithABraceDoesNotSwallowThePlan() {
        assertThat(Recorded.of("ok 1 - parse {", "1..1").result().ok()).isTrue();
    }
}
