package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.tap.TapOptions.AfterBailOut;
import dev.interop.tap.TapOptions.DirectiveForm;
import dev.interop.tap.TapOptions.Numbering;
import dev.interop.tap.TapOptions.PointForm;
import dev.interop.tap.TapOptions.StrictPragma;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests each rule by default, in strict mode, and with its override. R12 to R15 are in {@link NestingRulesTest}; R18, R19 and
 * R21 have their own tests.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesTest {

    private static final TapOptions LENIENT = TapOptions.lenient();
    private static final String VERSION = "TAP version 14";

    private static Set<ProblemCode> errors(String... lines) {
        return Recorded.of(lines).result().errors();
    }

    private static boolean ok(TapOptions options, String... lines) {
        return Recorded.of(options, lines).result().ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok 1", "noise", "# comment", "5..1"})
    void R01_a_stream_without_a_plan_fails(String line) {
        assertThat(errors(line)).containsExactly(ProblemCode.NO_PLAN);
        assertThat(ok(LENIENT.with(Rule.R01, Severity.WARNING), line)).isTrue();
    }

    @Test
    void R01_a_bail_out_excuses_the_missing_plan() {
        assertThat(errors("ok 1", "Bail out!")).isEmpty();
        assertThat(ok(LENIENT, "ok 1", "Bail out!")).isFalse();
    }

    @Test
    void R01_without_the_rule_a_failed_point_still_fails() {
        assertThat(ok(LENIENT.with(Rule.R01, Severity.OFF), "not ok 1")).isFalse();
    }

    @Test
    void R02_the_parents_point_decides() {
        String[] lines = {VERSION, "1..1", "    1..1", "    not ok 1", "ok 1"};

        assertThat(ok(LENIENT, lines)).isTrue();
        assertThat(Recorded.of(lines).result().warnings()).containsExactly(ProblemCode.SUBTEST_DISAGREES);
        assertThat(ok(LENIENT.with(Rule.R02, Severity.ERROR), lines)).isFalse();
        assertThat(ok(TapOptions.strict(), lines)).isFalse();
    }

    @Test
    void R02_the_parents_point_decides_for_subtests_in_braces_too() {
        assertThat(Recorded.of("1..1", "ok 1 {", "    1..1", "    not ok 1", "}")
                        .problems())
                .contains(ProblemCode.SUBTEST_DISAGREES);
    }

    @Test
    void R02_a_skipped_or_todo_point_does_not_disagree() {
        assertThat(Recorded.of("1..1", "    1..1", "    not ok 1", "ok 1 # SKIP")
                        .problems())
                .doesNotContain(ProblemCode.SUBTEST_DISAGREES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1..1", "1..1  ", "1..1\t", "1..1 # note", "1..1#note", "01..1"})
    void R03_a_line_of_this_form_is_a_plan(String line) {
        assertThat(ok(LENIENT, line, "ok 1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.. 1", "1...1", "1..", "..1", "1..1 todo 1", "1..0 SKIP x", "2..1", "1..x", "-1..1"})
    void R03_a_line_of_another_form_is_not_a_plan(String line) {
        assertThat(errors(line, "ok 1")).containsExactly(ProblemCode.NO_PLAN);
    }

    @Test
    void R03_a_line_that_resembles_a_plan_is_reported() {
        assertThat(Recorded.of("5..2", "1..0").problems()).contains(ProblemCode.PLAN_MALFORMED);
        assertThat(ok(LENIENT.with(Rule.R03, Severity.ERROR), "5..2", "1..0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1..0 # SKIP why", "1..0 # skipped: why", "1..0 #skip why", "1..0 # why"})
    void R03_any_comment_is_the_reason_to_skip_all(String line) {
        assertThat(Recorded.of(line).result().plan().orElseThrow().reason()).isEqualTo("why");
    }

    @Test
    void R03_only_blanks_end_the_word_and_surround_the_reason() {
        assertThat(Recorded.of("1..0 # SKIP\u2003x \t\u001dwhy\u001f")
                        .result()
                        .plan()
                        .orElseThrow()
                        .reason())
                .isEqualTo("\u001dwhy\u001f");
    }

    @Test
    void R03_another_start_than_1_is_a_warning() {
        assertThat(ok(LENIENT, "5..6", "ok 5", "ok 6")).isTrue();
        assertThat(Recorded.of("5..6", "ok 5", "ok 6").problems()).contains(ProblemCode.PLAN_START);
        assertThat(ok(LENIENT.with(Rule.R03, Severity.ERROR), "5..6", "ok 5", "ok 6"))
                .isFalse();
    }

    @Test
    void R04_points_always_count_and_the_run_fails() {
        assertThat(errors("1..1", "1..1", "ok")).containsExactly(ProblemCode.PLAN_TWICE);
        assertThat(errors("ok", "1..2", "ok")).containsExactly(ProblemCode.PLAN_MIDDLE);
        assertThat(errors("1..0", "ok")).containsExactly(ProblemCode.POINTS_IN_SKIP_ALL);
        assertThat(errors("ok", "1..0")).containsExactly(ProblemCode.POINTS_IN_SKIP_ALL);
        assertThat(Recorded.of("ok", "1..1", "not ok", "not ok")
                        .result()
                        .counts()
                        .failed())
                .isEqualTo(2);
        assertThat(Recorded.of("1..0", "not ok").result().counts().failed()).isEqualTo(1);
    }

    @Test
    void R04_as_a_warning_a_failed_point_still_fails() {
        TapOptions options = LENIENT.with(Rule.R04, Severity.WARNING);

        assertThat(ok(options, "1..0", "ok")).isTrue();
        assertThat(ok(options, "1..0", "not ok")).isFalse();
        assertThat(ok(options, "ok", "1..2", "not ok")).isFalse();
    }

    @Test
    void R05_a_point_without_number_takes_the_next() {
        String[] lines = {"ok 5", "ok", "ok 2", "ok"};

        assertThat(Recorded.of(lines).points()).extracting(TapEvent.Point::id).containsExactly(5L, 6L, 2L, 3L);
        assertThat(Recorded.of(lines).result().effectiveIds()).containsExactly(new IdRange(2, 3), new IdRange(5, 6));
        assertThat(Recorded.of(lines).result().explicitIds()).containsExactly(new IdRange(2, 2), new IdRange(5, 5));
        assertThat(Recorded.of(LENIENT.numbering(Numbering.BY_PLACE), lines).points())
                .extracting(TapEvent.Point::id)
                .containsExactly(5L, 2L, 2L, 4L);
    }

    @Test
    void R06_numbers_outside_the_plan_and_repeated_ones_fail() {
        assertThat(errors("1..2", "ok 2", "ok 3")).containsExactly(ProblemCode.ID_ABOVE_PLAN);
        assertThat(errors("ok 2", "ok 3", "1..2")).containsExactly(ProblemCode.ID_ABOVE_PLAN);
        assertThat(errors("1..2", "ok 0", "ok 1")).containsExactly(ProblemCode.ID_BELOW_PLAN);
        assertThat(errors("ok 0", "ok 1", "1..2")).containsExactly(ProblemCode.ID_BELOW_PLAN);
        assertThat(errors("1..2", "ok 1", "ok 1")).containsExactly(ProblemCode.DUPLICATE_ID);
        assertThat(ok(LENIENT.with(Rule.R06, Severity.WARNING), "1..2", "ok 1", "ok 1"))
                .isTrue();
    }

    @Test
    void R06_repeated_numbers_are_reported_as_ranges() {
        assertThat(Recorded.of("ok 1", "ok 2", "ok 3", "ok 2", "ok 3", "1..5")
                        .result()
                        .duplicateIds())
                .containsExactly(new IdRange(2, 3));
    }

    @Test
    void R07_ok_must_be_followed_by_white_space() {
        assertThat(Recorded.of("ok: x", "ok").points()).hasSize(1);
        assertThat(Recorded.of(LENIENT.pointForm(PointForm.WORD_BOUNDARY), "ok: x", "not ok- y", "okay")
                        .points())
                .extracting(TapEvent.Point::description)
                .containsExactly(": x", "y");
    }

    @Test
    void R08_a_directive_needs_no_space_after_its_hash() {
        assertThat(ok(LENIENT, "1..1", "not ok 1 #todo x")).isTrue();
        assertThat(Recorded.of("1..1", "not ok 1 #todo x").problems()).contains(ProblemCode.DIRECTIVE_SPACING);
        assertThat(ok(LENIENT.directiveForm(DirectiveForm.SPACED), "1..1", "not ok 1 #todo x"))
                .isFalse();
    }

    @Test
    void R08_a_hash_within_a_word_is_not_a_directive_but_is_reported() {
        assertThat(Recorded.of("1..1", "not ok 1 - x# skip").problems()).contains(ProblemCode.DIRECTIVE_SPACING);
        assertThat(ok(LENIENT, "1..1", "not ok 1 - x# skip")).isFalse();
        assertThat(ok(LENIENT.with(Rule.R08, Severity.ERROR), "1..1", "ok 1 - x# skip"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ok # SKIP", "not ok # TODO", "ok # TODO", "ok # SKIP"})
    void R09_a_directive_never_fails_the_run(String line) {
        assertThat(ok(LENIENT, VERSION, "1..1", line)).isTrue();
        assertThat(ok(TapOptions.strict(), VERSION, "1..1", line)).isTrue();
    }

    @Test
    void R09_odd_directives_are_reported() {
        assertThat(Recorded.of("ok # TODO", "not ok # SKIP", "1..2").problems())
                .contains(ProblemCode.UNEXPECTED_PASS, ProblemCode.FAILED_SKIP);
        assertThat(ok(LENIENT.with(ProblemCode.UNEXPECTED_PASS, Severity.ERROR), "1..1", "ok # TODO"))
                .isFalse();
    }

    @Test
    void R10_bad_yaml_does_not_fail_the_run_unless_configured() {
        YamlReader refuses = yaml -> new YamlContent.Invalid("no");
        String[] lines = {VERSION, "1..1", "ok", "  ---", "  a: b: c", "  ..."};

        assertThat(Recorded.of(LENIENT, lines).problems()).isEmpty();
        assertThat(Recorded.of(LENIENT.checkYaml(refuses), lines).problems()).containsExactly(ProblemCode.YAML_INVALID);
        assertThat(ok(LENIENT.checkYaml(refuses), lines)).isTrue();
        assertThat(ok(TapOptions.strict().checkYaml(refuses), lines)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bail out!", "bail out!", "BAIL OUT!", "Bail out!now", "    Bail out!", "        Bail out!"})
    void R11_a_bail_out_ends_the_run_in_any_case_and_level(String line) {
        Recorded read = Recorded.of("1..2", "ok", line, "ok", "not ok");

        assertThat(read.result().ok()).isFalse();
        assertThat(read.result().counts().points()).isEqualTo(1);
        assertThat(read.result().errors()).isEmpty();
    }

    @Test
    void R11_points_after_a_bail_out_may_be_counted() {
        TapOptions options = LENIENT.afterBailOut(AfterBailOut.COUNT);

        assertThat(Recorded.of(options, "1..2", "Bail out!", "ok", "not ok")
                        .result()
                        .counts()
                        .points())
                .isEqualTo(2);
        assertThat(ok(options, "1..1", "Bail out!", "ok")).isFalse();
    }

    @Test
    void R16_numbers_may_come_in_any_order() {
        String[] lines = {VERSION, "1..3", "ok 2", "ok 3", "ok 1"};

        assertThat(Recorded.invariantsHoldInStrictMode(lines).problems()).isEmpty();
        assertThat(ok(LENIENT.with(Rule.R16, Severity.ERROR), lines)).isFalse();
    }

    @Test
    void R17_a_missing_or_late_version_is_a_warning_and_strictly_an_error() {
        assertThat(Recorded.of("1..0").result().warnings()).containsExactly(ProblemCode.VERSION_MISSING);
        assertThat(Recorded.invariantsHoldInStrictMode("1..0").result().errors())
                .containsExactly(ProblemCode.VERSION_MISSING);
        assertThat(Recorded.of("# x", VERSION, "1..0").result().version()).hasValue(14);
        assertThat(Recorded.of("# x", VERSION, "1..0").result().warnings()).containsExactly(ProblemCode.VERSION_LATE);
        assertThat(Recorded.invariantsHoldInStrictMode("# x", VERSION, "1..0")
                        .result()
                        .errors())
                .containsExactly(ProblemCode.VERSION_LATE);
    }

    @Test
    void R17_after_the_plan_a_version_is_not_tap() {
        Recorded read = Recorded.of("1..0", VERSION);

        assertThat(read.result().version()).isEmpty();
        assertThat(read.problems()).contains(ProblemCode.VERSION_LATE);
    }

    @Test
    void R17_an_old_version_is_not_tap_and_a_new_one_is_read_as_14() {
        assertThat(Recorded.of("TAP version 12", "1..0").shape()).isEqualTo("NonTap0 Plan0");
        assertThat(Recorded.of("TAP version 15", "1..0").result().version()).hasValue(15);
        assertThat(Recorded.of("TAP version 15", "1..0").problems()).containsExactly(ProblemCode.VERSION_UNSUPPORTED);
        assertThat(ok(LENIENT.with(Rule.R17, Severity.ERROR), "TAP version 15", "1..0"))
                .isFalse();
    }

    @Test
    void R20_strictness_makes_a_line_that_is_not_tap_an_error() {
        assertThat(errors("pragma +strict", "noise", "1..0")).containsExactly(ProblemCode.NON_TAP_STRICT);
        assertThat(errors("pragma +strict", "pragma -strict", "noise", "1..0")).isEmpty();
        assertThat(Recorded.invariantsHoldInStrictMode(VERSION, "noise", "1..0")
                        .result()
                        .errors())
                .containsExactly(ProblemCode.NON_TAP_STRICT);
        assertThat(ok(LENIENT.strictPragma(StrictPragma.IGNORE), "pragma +strict", "noise", "1..0"))
                .isTrue();
    }

    @Test
    void R20_strictness_of_a_document_holds_in_its_subtests() {
        Recorded read = Recorded.of("pragma +strict", "1..1", "    1..0", "    noise", "ok 1");

        assertThat(read.all(TapEvent.SubtestEnd.class).get(0).result().errors())
                .containsExactly(ProblemCode.NON_TAP_STRICT);
        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void R20_a_list_of_pragmas_is_accepted_unless_strict() {
        assertThat(Recorded.of("pragma +a, -b", "1..0").all(TapEvent.Pragma.class))
                .hasSize(2);
        assertThat(Recorded.invariantsHoldInStrictMode(VERSION, "pragma +a, -b", "1..0")
                        .result()
                        .errors())
                .containsExactlyInAnyOrder(ProblemCode.PRAGMA_LIST, ProblemCode.NON_TAP_STRICT);
    }

    @Test
    void R20_an_unknown_pragma_never_fails() {
        assertThat(Recorded.invariantsHoldInStrictMode(VERSION, "pragma +bail", "1..0")
                        .result()
                        .ok())
                .isTrue();
        assertThat(Recorded.of("pragma +no key", "pragma +", "pragma x", "1..0").all(TapEvent.Pragma.class))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void no_severity_of_a_rule_makes_a_failed_point_pass(Rule rule) {
        for (Severity severity : Severity.values()) {
            assertThat(ok(LENIENT.with(rule, severity), VERSION, "1..2", "ok 1", "not ok 2"))
                    .isFalse();
        }
    }
}
