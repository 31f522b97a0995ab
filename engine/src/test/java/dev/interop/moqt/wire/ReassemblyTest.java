package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReassemblyTest {
    @Test
    void fragmentsOutOfOrderAreJoined() {
        var joined = Reassembly.join(List.of(fragment(1, 3, "def"), fragment(2, 0, "abc")));

        assertThat(joined.bytes()).hasToString("abcdef");
        assertThat(joined.cut()).isEmpty();
        assertThat(joined.place(2).packet()).isEqualTo(2);
        assertThat(joined.place(3).packet()).isEqualTo(1);
    }

    @Test
    void bytesAreCompleteAtThePositionOfTheLastFragment() {
        var joined = Reassembly.join(List.of(fragment(1, 6, "ghi"), fragment(3, 0, "abc"), fragment(2, 3, "def")));

        assertThat(joined.complete(0, 9).packet()).isEqualTo(3);
        assertThat(joined.complete(1, 2).packet()).isEqualTo(3);
        assertThat(joined.complete(3, 6).packet()).isEqualTo(2);
        assertThat(joined.complete(4, 9).packet()).isEqualTo(2);
        assertThat(joined.complete(6, 9).packet()).isEqualTo(1);
    }

    @Test
    void aByteHasThePositionOfItsFirstCapture() {
        var joined = Reassembly.join(List.of(fragment(3, 0, "abcdef"), fragment(1, 2, "cd"), fragment(2, 2, "xy")));

        assertThat(joined.bytes()).hasToString("abcdef");
        assertThat(joined.places())
                .extractingByKeys(0, 2, 4)
                .extracting(CapturePosition::packet)
                .containsExactly(3L, 1L, 3L);
    }

    @Test
    void nothingIsReadAfterAGap() {
        var joined = Reassembly.join(List.of(fragment(1, 0, "abc"), fragment(2, 5, "f")));

        assertThat(joined.bytes()).hasToString("abc");
        assertThat(joined.cut()).hasValue("bytes 3 to 4 are not in the capture");
    }

    @Test
    void aMissingBeginningIsAGap() {
        var joined = Reassembly.join(List.of(fragment(1, 5, "f")));

        assertThat(joined.bytes().isEmpty()).isTrue();
        assertThat(joined.cut()).hasValue("bytes 0 to 4 are not in the capture");
    }

    @Test
    void bytesBeyondTheLimitAreDropped() {
        var joined = Reassembly.join(
                List.of(fragment(1, 0, "a".repeat(Reassembly.MAX_BYTES)), fragment(2, Reassembly.MAX_BYTES, "b")));

        assertThat(joined.bytes().size()).isEqualTo(Reassembly.MAX_BYTES);
        assertThat(joined.cut()).hasValueSatisfying(it -> assertThat(it).startsWith("only its first"));
    }

    @Test
    void aHugeOffsetNeedsNoMemory() {
        var joined = Reassembly.join(List.of(fragment(1, (1L << 62) - 1, "a"), fragment(2, Long.MIN_VALUE, "b")));

        assertThat(joined.bytes().isEmpty()).isTrue();
        assertThat(joined.cut()).isPresent();
    }

    private static StreamFragment fragment(long packet, long offset, String text) {
        return new StreamFragment(
                SessionScript.CONNECTION, 0, Side.CLIENT, offset, Bytes.of(text), new CapturePosition(packet, 0, 0));
    }
}
