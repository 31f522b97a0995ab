package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule R18. */
class BytesTest {

    private static Recorded read(byte[] bytes) {
        return Recorded.of(TapOptions.lenient(), bytes, 1);
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer number) {
                bytes.write(number);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsALine(String end) {
        Recorded read = read(bytes("1..2", end, "ok", end, "not ok", end));

        assertThat(read.shape()).isEqualTo("Plan0 Point0 Point0");
        assertThat(read.result().counts().failed()).isEqualTo(1);
        assertThat(read.points())
                .extracting(TapEvent::offset)
                .containsExactly(4L + end.length(), 6L + 2 * end.length());
    }

    @Test
    void nothingElseEndsALine() {
        Recorded read = read(bytes("1..1\nok 1 - a\u2028b\u2029c\u0085d\u000Be\u000Cf\n"));

        assertThat(read.point().description()).isEqualTo("a\u2028b\u2029c\u0085d\u000Be\u000Cf");
        assertThat(read.result().ok()).isTrue();
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(read(bytes("1..1\nnot ok")).result().counts().failed()).isEqualTo(1);
    }

    @Test
    void charactersSplitBetweenChunksAreWhole() {
        assertThat(read(bytes("1..1\nok 1 - späť 日本 \uD83D\uDE00\n")).point().description())
                .isEqualTo("späť 日本 \uD83D\uDE00");
    }

    @Test
    void malformedBytesAreReplacedAndCounted() {
        Recorded read = read(bytes("1..2\nok 1 - a", 0xFF, "b", 0xC3, "(", 0xE2, 0x82, "\nnot ok 2 - real \uFFFD\n"));

        assertThat(read.point().description()).isEqualTo("a\uFFFDb\uFFFD(\uFFFD");
        assertThat(read.result().malformedSequences()).isEqualTo(3);
        assertThat(read.result().warnings()).contains(ProblemCode.MALFORMED_UTF8);
        assertThat(read.result().counts().failed()).isEqualTo(1);
    }

    @Test
    void malformedBytesInYamlAreCountedOnce() {
        Recorded read = read(bytes("1..1\nok\n  ---\n  a: ", 0xFF, "\n  ...\n"));

        assertThat(read.result().malformedSequences()).isEqualTo(1);
        assertThat(read.all(TapEvent.Diagnostic.class).get(0).yaml()).isEqualTo("a: \uFFFD\n");
    }

    @Test
    void malformedBytesInUnclosedYamlAreCountedOnce() {
        assertThat(read(bytes("1..1\nok\n  ---\n  a: ", 0xFF, "\n")).result().malformedSequences())
                .isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        Recorded read = read(bytes(0xEF, 0xBB, 0xBF, "TAP version 14\n1..1\nok\n"));

        assertThat(read.result().version()).hasValue(14);
        assertThat(read.events().get(0).offset()).isEqualTo(3);
    }

    @Test
    void aNulIsACharacterLikeAnyOther() {
        assertThat(read(bytes("1..1\nok 1 - a\0b\n")).point().description()).isEqualTo("a\0b");
    }

    @Test
    void aBareCarriageReturnIsReportedWhereWanted() {
        TapOptions options = TapOptions.lenient().with(Rule.R18, Severity.ERROR);

        assertThat(Recorded.of(options, bytes("1..1\rok\n"), 3).problems()).contains(ProblemCode.BARE_CARRIAGE_RETURN);
        assertThat(Recorded.of(options, bytes("1..1\r\nok\r\n"), 3).problems())
                .doesNotContain(ProblemCode.BARE_CARRIAGE_RETURN);
    }
}
