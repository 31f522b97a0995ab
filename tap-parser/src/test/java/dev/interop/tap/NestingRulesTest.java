package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.tap.TapOptions.BufferedSubtests;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about indentation and subtests, as in {@link RulesTest}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NestingRulesTest {

    private static final TapOptions LENIENT = TapOptions.lenient();
    private static final String VERSION = "TAP version 14";

    private static Set<ProblemCode> errors(String... lines) {
        return Recorded.of(lines).result().errors();
    }

    private static boolean ok(TapOptions options, String... lines) {
        return Recorded.of(options, lines).result().ok();
    }

    @Test
    void R12_other_indentations_are_not_tap() {
        Recorded read = Recorded.of("1..1", "  not ok 1", "\tnot ok 1", "     not ok 1", "ok 1");

        assertThat(read.points()).hasSize(1);
        assertThat(read.problems())
                .filteredOn(ProblemCode.MISPLACED_TAP::equals)
                .hasSize(3);
        assertThat(ok(LENIENT.with(Rule.R12, Severity.ERROR), "1..1", "  ok 1", "ok 1"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tok 1", "    \tnot ok", " \t1..1", "\t\tBail out!", "\tpragma +x", "\tTAP version 14"})
    void R12_tap_after_a_tab_is_reported(String line) {
        Recorded read = Recorded.of("1..0", line);

        assertThat(read.shape()).isEqualTo("Plan0 NonTap0");
        assertThat(read.problems()).contains(ProblemCode.MISPLACED_TAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tnoise", "\t# comment", "\tokay", "\t---", "\t{"})
    void R12_other_lines_after_a_tab_are_not_reported(String line) {
        assertThat(Recorded.of("1..0", line).problems()).doesNotContain(ProblemCode.MISPLACED_TAP);
    }

    @Test
    void R12_in_a_subtest_a_plan_of_the_parent_is_not_tap() {
        Recorded read = Recorded.of("    ok 1", "1..9", "    1..1", "ok 1", "1..1");

        assertThat(read.result().plan().orElseThrow().end()).isEqualTo(1);
        assertThat(read.problems()).contains(ProblemCode.MISPLACED_TAP);
    }

    @Test
    void R13_braces_can_be_ignored_and_reported() {
        String[] lines = {"1..1", "ok 1 - x {", "}"};

        assertThat(Recorded.of(LENIENT.bufferedSubtests(BufferedSubtests.IGNORE), lines)
                        .point()
                        .description())
                .isEqualTo("x {");
        assertThat(Recorded.of(lines).problems()).doesNotContain(ProblemCode.SUBTEST_BUFFERED);
        assertThat(ok(LENIENT.with(Rule.R13, Severity.ERROR), lines)).isFalse();
    }

    @Test
    void R14_a_subtest_under_another_name_ends_with_a_warning() {
        String[] lines = {VERSION, "1..1", "# Subtest: a", "    1..0", "ok 1 - b"};

        assertThat(Recorded.of(lines).problems()).containsExactly(ProblemCode.SUBTEST_NAME_MISMATCH);
        assertThat(ok(LENIENT, lines)).isTrue();
        assertThat(Recorded.invariantsHoldInStrictMode(lines).result().errors())
                .containsExactly(ProblemCode.SUBTEST_NAME_MISMATCH);
    }

    @Test
    void R14_names_are_compared_without_escapes() {
        assertThat(Recorded.of(VERSION, "1..1", "# Subtest: a \\# b", "    1..0", "ok 1 - a \\# b")
                        .problems())
                .isEmpty();
    }

    @Test
    void R15_a_subtest_without_its_point_is_not_counted() {
        String[] lines = {VERSION, "1..1", "ok 1", "    1..1", "    ok 1"};

        assertThat(Recorded.of(lines).problems()).containsExactly(ProblemCode.SUBTEST_UNTERMINATED);
        assertThat(ok(LENIENT, lines)).isTrue();
        assertThat(ok(LENIENT.with(Rule.R15, Severity.ERROR), lines)).isFalse();
    }

    @Test
    void R15_a_failure_in_a_subtest_without_a_point_fails_the_run_with_any_options() {
        String[] lines = {"1..1", "ok 1", "    1..1", "    not ok 1"};

        assertThat(errors(lines)).containsExactly(ProblemCode.SUBTEST_UNTERMINATED_FAILED);
        assertThat(ok(LENIENT.with(Rule.R15, Severity.OFF), lines)).isFalse();
        assertThatThrownBy(() -> LENIENT.with(ProblemCode.SUBTEST_UNTERMINATED_FAILED, Severity.WARNING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
