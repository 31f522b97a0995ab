package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TAP 14, sections "Test Points", "Directive" and "Escaping", with the examples given there. */
class PointLineTest {

    private static TapEvent.Point read(String line) {
        return Recorded.of(line).point();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ok|",
                "ok 1|",
                "ok 1 - described|described",
                "ok 1 described|described",
                "ok - described|described",
                "ok described|described",
                "ok 1   -   described  |described",
                "ok 42 - 43 cases|43 cases",
                "ok 1 - - dash|- dash",
                "ok 1 -dash|-dash",
                "ok\t1\t- tabs|tabs",
                "ok 1. not a number|1. not a number"
            })
    void theDescriptionIsWhatFollowsNumberAndDash(String line, String description) {
        assertThat(read(line).description()).isEqualTo(description == null ? "" : description);
    }

    @Test
    void theNumberIsOptional() {
        assertThat(read("ok 7 - x").explicitId()).isEqualTo(OptionalLong.of(7));
        assertThat(read("ok - x").explicitId()).isEmpty();
        assertThat(read("ok 3#SKIP").explicitId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok 1 - x # SKIP why so",
                "ok 1 - x # skip why so",
                "ok 1 - x # SkIpped: why so",
                "ok 1 - x #SKIP why so",
                "not ok 1 - x # SKIP    why so  "
            })
    void aSkipDirectiveIsReadInAnyCaseAndEnding(String line) {
        assertThat(read(line).directive()).hasValue(new Directive(Directive.Kind.SKIP, "why so"));
        assertThat(read(line).description()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok 1 - x \\# SKIP",
                "ok 1 - x# SKIP",
                "ok 1 - see https://example.com/page.html#skip is a url",
                "ok 1 - x # unknown # SKIP",
                "ok 1 - x # SKI"
            })
    void otherHashesBelongToTheDescription(String line) {
        assertThat(read(line).directive()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ok 1 - hello # todo|hello|",
                "ok 3 - hello # todo hash \\# character|hello|hash # character",
                "ok 4 - hello # todo hash # character|hello|hash # character",
                "ok 5 - hello \\\\# todo hash \\# character|hello \\|hash # character",
                "ok 6 - hello \\\\# todo hash # character|hello \\|hash # character"
            })
    void theSpecificationsEscapingExamplesAreTodo(String line, String description, String reason) {
        assertThat(read(line).description()).isEqualTo(description);
        assertThat(read(line).directive()).hasValue(new Directive(Directive.Kind.TODO, reason == null ? "" : reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ok 2 - hello \\# todo|hello # todo",
                "ok 7 - hello # description # todo|hello # description # todo",
                "ok 8 - hello \\\\\\\\\\\\\\# todo|hello \\\\\\# todo",
                "ok 9 - a \\n b|a \\n b"
            })
    void theSpecificationsOtherEscapingExamplesAreDescriptions(String line, String description) {
        assertThat(read(line).description()).isEqualTo(description);
        assertThat(read(line).directive()).isEmpty();
    }

    @Test
    void theTimeThatNodeTapAppendsIsNotPartOfTheDescription() {
        TapEvent.Point point = read("ok 1 - x # time=12.34ms");

        assertThat(point.description()).isEqualTo("x");
        assertThat(point.time()).hasValue("12.34ms");
        assertThat(read("ok 1 - x # time=soon").description()).isEqualTo("x # time=soon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okay", "ok1", "notok", "Ok", "NOT OK", "not  ok", "nok", "ok: x", "ok-1", "not", "noted", " not ok"
            })
    void linesThatResemblePointsAreNotPoints(String line) {
        assertThat(Recorded.of(line).points()).isEmpty();
    }
}
