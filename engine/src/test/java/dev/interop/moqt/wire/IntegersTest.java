package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegersTest {
    private final Integers quic = new QuicIntegers();
    private final Integers leadingOnes = new LeadingOnesIntegers();

    @ParameterizedTest
    @CsvSource({"c2197c5eff14e88c,151288809941952652", "9d7f3e7d,494878333", "7bbd,15293", "25,37", "4025,37"})
    void theExamplesOfRfc9000AreRead(String hex, long value) throws MalformedException {
        assertThat(new Cursor(Bytes.ofHex(hex), quic).integer("it")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "25,37",
        "8025,37",
        "bbbd,15293",
        "ed7f3e7d,226442877",
        "faa1a0e403d8,2893212287960",
        "fc8998abc66bc0,151288809941952",
        "fefa318fa8e3ca11,70423237261249041",
        "ffffffffffffffffff,18446744073709551615",
        "af00,12032"
    })
    void theExamplesOfDraft18AreRead(String hex, String value) throws MalformedException {
        var cursor = new Cursor(Bytes.ofHex(hex), leadingOnes);

        assertThat(Long.toUnsignedString(cursor.integer("it"))).isEqualTo(value);
        assertThat(cursor.remaining()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40", "c0000000000000"})
    void aTruncatedIntegerOfQuicIsRefused(String hex) {
        assertThatThrownBy(() -> new Cursor(Bytes.ofHex(hex), quic).integer("the request ID"))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("ends within the request ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "ffffffffffffffff"})
    void aTruncatedIntegerOfDraft18IsRefused(String hex) {
        assertThatThrownBy(() -> new Cursor(Bytes.ofHex(hex), leadingOnes).integer("the request ID"))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("ends within the request ID");
    }

    @Property
    void integersOfQuicAreReadInEncodingsOfAnyLength(
            @ForAll("of62Bits") long value, @ForAll @IntRange(max = 3) int power) throws MalformedException {
        int size = 1 << power;
        Assume.that(value < 1L << 8 * size - 2);

        var cursor = new Cursor(encoded(value, size, power << 6), quic);

        assertThat(cursor.integer("it")).isEqualTo(value);
        assertThat(cursor.remaining()).isZero();
    }

    @Property
    void integersOfDraft18AreReadInEncodingsOfAnyLength(
            @ForAll("of64Bits") long value, @ForAll @IntRange(min = 1, max = 9) int size) throws MalformedException {
        Assume.that(size == 9 || value >= 0 && value < 1L << 7 * size);

        var cursor = new Cursor(encoded(value, size, 0xff00 >> size - 1 & 0xff), leadingOnes);

        assertThat(cursor.integer("it")).isEqualTo(value);
        assertThat(cursor.remaining()).isZero();
    }

    @Provide
    Arbitrary<Long> of62Bits() {
        return bits(62);
    }

    @Provide
    Arbitrary<Long> of64Bits() {
        return bits(64);
    }

    private static Arbitrary<Long> bits(int most) {
        return Arbitraries.integers()
                .between(0, most)
                .flatMap(bits -> Arbitraries.longs().map(it -> bits == 64 ? it : it & (1L << bits) - 1));
    }

    private static Bytes encoded(long value, int size, int prefix) {
        var bytes = new byte[size];
        long left = value;
        for (int i = size - 1; i >= 0; i--) {
            bytes[i] = (byte) left;
            left = i == size - 8 ? 0 : left >>> 8;
        }
        bytes[0] |= (byte) prefix;
        return Bytes.of(bytes);
    }
}
