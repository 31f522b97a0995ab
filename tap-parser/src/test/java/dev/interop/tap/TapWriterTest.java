package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapWriterTest {

    private static String written(String... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        TapWriter writer = new TapWriter(text);
        for (TapEvent event : Recorded.of(lines).events()) {
            writer.write(event);
        }
        StringBuilder ofDocument = new StringBuilder();
        new TapWriter(ofDocument).write(Tap.document(String.join("\n", lines), TapOptions.lenient()));
        assertThat(ofDocument).hasToString(text.toString());
        return text.toString();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void goodTapIsWrittenAsItWas() throws IOException {
        String[] tap = {
            "TAP version 14",
            "pragma +bail",
            "# a comment",
            "# Subtest: inner",
            "    1..1",
            "    not ok 1 - a \\# b \\\\ c # TODO x \\# y",
            "      ---",
            "      a:",
            "        - 1",
            "",
            "      ...",
            "ok 1 - inner # time=1.5ms",
            "  ---",
            "  b: 2",
            "  ...",
            "ok - no number # SKIP",
            "1..2 # done"
        };

        assertThat(written(tap)).isEqualTo(lines(tap));
    }

    @Test
    void sloppyTapIsWrittenInStandardForm() throws IOException {
        assertThat(written("noise", "TAP version 13", "ok    1    x   #skip: y", " ---", " a: 1", " ...", "1..1  "))
                .isEqualTo(lines("TAP version 14", "ok 1 - x # SKIP y", "  ---", "  a: 1", "  ...", "1..1"));
    }

    /** Java has more white space characters than TAP. Found by the fuzz test. */
    @Test
    void otherWhiteSpaceIsPartOfNamesReasonsAndComments() throws IOException {
        String[] tap = {
            "TAP version 14", "# Subtest: \u001d x", "    1..0 # \u001f", "ok 1 - \u001d x", "1..1", "Bail out! \u001c"
        };

        assertThat(written(tap)).isEqualTo(lines(tap));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Subtest\u001d", "# Subtest:x", "#  Subtest: x", "#Subtest", "# Subtests"})
    void commentsThatNameNoSubtestAreWritten(String comment) throws IOException {
        assertThat(written("TAP version 14", comment, "ok 1", "1..1"))
                .isEqualTo(lines("TAP version 14", comment, "ok 1", "1..1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Subtest: x", "# Subtest:\t", "# Subtest ", "\t# Subtest: x", "  # Subtest: x"})
    void commentsThatWouldNameAnotherSubtestAreLeftOut(String comment) throws IOException {
        assertThat(written("TAP version 14", comment, "ok 1", "1..1"))
                .isEqualTo(lines("TAP version 14", "ok 1", "1..1"));
    }

    @Test
    void aSubtestInBracesIsWrittenBeforeItsPoint() throws IOException {
        assertThat(written("1..1", "ok 1 - a {", "    1..1", "    ok 1 - b {", "        1..0", "    }", "}"))
                .isEqualTo(lines(
                        "TAP version 14",
                        "1..1",
                        "# Subtest: a",
                        "    1..1",
                        "    # Subtest: b",
                        "        1..0",
                        "    ok 1 - b",
                        "ok 1 - a"));
    }

    /** The first line in the braces is not written, and the comment belongs to the parent. Found by the fuzz test. */
    @Test
    void aBraceOnItsOwnLineIsFollowedByItsSubtest() throws IOException {
        String[] tap = {"ok 1", "# a", "{", "     ok", "# b", "    1..1", "    ok 1", "}", "1..1"};
        StringBuilder streamed = new StringBuilder();
        TapWriter writer = new TapWriter(streamed);
        for (TapEvent event : Recorded.of(tap).events()) {
            writer.write(event);
        }

        assertThat(streamed)
                .hasToString(
                        lines("TAP version 14", "ok 1", "# a", "{", "    # b", "    1..1", "    ok 1", "}", "1..1"));
    }

    @Test
    void anEmptySubtestIsLeftOut() throws IOException {
        assertThat(written("1..1", "ok 1 - a {", "}")).isEqualTo(lines("TAP version 14", "1..1", "ok 1 - a"));
    }

    @Test
    void aBailOutIsWrittenAtTheTop() throws IOException {
        assertThat(written("1..1", "    ok 1", "    Bail out! a \\# b", "ok 1"))
                .isEqualTo(lines("TAP version 14", "1..1", "    ok 1", "Bail out! a \\# b"));
    }

    @Test
    void aStreamCanBeWrittenAsASubtest() throws IOException {
        StringBuilder text = new StringBuilder("# Subtest: file\n");
        TapWriter writer = TapWriter.ofSubtest(text);
        for (TapEvent event : Recorded.of("1..1", "ok 1").events()) {
            writer.write(event);
        }

        assertThat(text.append("ok 1 - file\n")).hasToString("# Subtest: file\n    1..1\n    ok 1\nok 1 - file\n");
    }
}
