package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TAP 14, section "YAML Diagnostics", and rule R10. */
class YamlBlockTest {

    @Test
    void theTextIsKeptWithBlankLinesAndWithoutIndentation() {
        Recorded read = Recorded.of("1..1", "not ok 1", "  ---", "  a: |", "    b", "", "    c", "  ...");

        TapEvent.Diagnostic diagnostic = read.all(TapEvent.Diagnostic.class).get(0);
        assertThat(diagnostic.yaml()).isEqualTo("a: |\n  b\n\n  c\n");
        assertThat(diagnostic.raw()).isEqualTo("  ---\n  a: |\n    b\n\n    c\n  ...");
        assertThat(diagnostic.line()).isEqualTo(3);
    }

    @Test
    void anEmptyBlockIsADiagnostic() {
        assertThat(Recorded.of("1..1", "ok", "  ---", "  ...").all(TapEvent.Diagnostic.class))
                .singleElement()
                .extracting(TapEvent.Diagnostic::yaml)
                .isEqualTo("");
    }

    @Test
    void commentsAndBlankLinesMayStandBeforeIt() {
        assertThat(Recorded.of("1..1", "ok", "", "# note", "  ---", "  ...").all(TapEvent.Diagnostic.class))
                .hasSize(1);
    }

    @Test
    void otherLinesMayNotStandBeforeIt() {
        assertThat(Recorded.of("ok", "noise", "  ---", "  ...", "1..1").all(TapEvent.Diagnostic.class))
                .isEmpty();
        assertThat(Recorded.of("ok", "1..1", "  ---", "  ...").all(TapEvent.Diagnostic.class))
                .isEmpty();
    }

    @Test
    void aPointHasOneDiagnostic() {
        Recorded read = Recorded.of("1..1", "ok", "  ---", "  a: 1", "  ...", "  ---", "  b: 1", "  ...");

        assertThat(read.shape()).isEqualTo("Plan0 Point0 Diagnostic0 NonTap0 NonTap0 NonTap0");
    }

    @Test
    void linesThatResembleTapInABlockAreYaml() {
        Recorded read = Recorded.of("1..1", "ok", "  ---", "    not ok 2", "  Bail out!", "  # no comment", "  ...");

        assertThat(read.shape()).isEqualTo("Plan0 Point0 Diagnostic0");
    }

    @Test
    void anUnclosedBlockLosesNoPoint() {
        Recorded read = Recorded.of("1..2", "ok 1", "  ---", "  a: 1", "not ok 2");

        assertThat(read.shape()).isEqualTo("Plan0 Point0 NonTap0 NonTap0 Point0");
        assertThat(read.all(TapEvent.NonTap.class)).extracting(TapEvent::line).containsExactly(3L, 4L);
        assertThat(read.all(TapEvent.NonTap.class)).extracting(TapEvent::offset).containsExactly(10L, 16L);
        assertThat(read.problems()).contains(ProblemCode.YAML_UNCLOSED);
        assertThat(read.result().counts().failed()).isEqualTo(1);
    }

    @Test
    void nonBlankLinesOfAnUnclosedBlockAreReported() {
        Recorded read = Recorded.of("1..1", "ok 1", "  ---", "   \t", "  \u2003", "  \u001d");

        assertThat(read.all(TapEvent.NonTap.class)).extracting(TapEvent::line).containsExactly(3L, 5L, 6L);
    }

    @Test
    void anUnclosedBlockDoesNotDecideTheVerdict() {
        assertThat(Recorded.of("1..1", "ok 1", "  ---", "  a: 1").result().ok()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "   "})
    void anotherIndentIsAcceptedWithAWarning(String indent) {
        Recorded read = Recorded.of("1..1", "ok 1", indent + "---", indent + "a: 1", indent + "...");

        assertThat(read.all(TapEvent.Diagnostic.class).get(0).yaml()).isEqualTo("a: 1\n");
        assertThat(read.result().warnings()).contains(ProblemCode.YAML_INDENT);
    }

    @Test
    void aBlockWithoutAPointIsNotADiagnostic() {
        assertThat(Recorded.of("  ---", "  a: 1", "  ...", "1..0").all(TapEvent.Diagnostic.class))
                .isEmpty();
    }
}
