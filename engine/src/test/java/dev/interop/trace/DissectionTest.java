package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testing.TraceBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DissectionTest {
    private static final String FIRST =
            "1\t7\t1\taabb\tTrue\t0x0000000000000006,0x0000000000000002\t0,1200\t63,5\t\t\t1,2\t0x1301,0x1303\t100\n";

    @Test
    void givesEachPacketWhatItsLineSays() throws IOException {
        var packets = dissect(FIRST + "2\t\t\t\t\t\t\t\t\t\t\t\t\n");

        assertThat(packets.get(0).contents()).hasValueSatisfying(it -> {
            assertThat(it.packetNumber()).isEqualTo(7);
            assertThat(it.keyPhase()).hasValue(1);
            assertThat(it.has(FrameType.CRYPTO)).isTrue();
            assertThat(it.has(FrameType.ACK)).isTrue();
            assertThat(it.has(FrameType.ACK_ECN)).isFalse();
            assertThat(it.crypto()).containsExactly(new CryptoRange(0, 63), new CryptoRange(1200, 5));
            assertThat(it.messages()).containsExactly(1, 2);
            assertThat(it.cipherSuites()).containsExactly(0x1301, 0x1303);
            assertThat(it.initialMaxStreamsBidi()).hasValue(100);
            assertThat(it.payloadLength()).isEqualTo(1150 - 2);
        });
        assertThat(packets.get(1).contents()).isEmpty();
    }

    @Test
    void aPacketNumberWithoutAFrameIsMadeUp() throws IOException {
        var packets = dissect(FIRST + "2\t1885099003\t3\taabb\t\t\t\t\t\t\t\t\t\n");

        assertThat(packets.get(1).contents()).isEmpty();
    }

    @Test
    void aDissectorThatEndsEarlyHasFailed() {
        assertThatThrownBy(() -> dissect(FIRST)).isInstanceOf(IOException.class).hasMessageContaining("1 of 2");
    }

    @Test
    void linesOfOtherFramesAreRefused() {
        assertThatThrownBy(() -> dissect(FIRST + FIRST)).isInstanceOf(TraceUnavailable.class);
        assertThatThrownBy(() -> dissect("x" + FIRST)).isInstanceOf(TraceUnavailable.class);
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThatThrownBy(() -> dissect("1".repeat(2 << 20)))
                .isInstanceOf(TraceUnavailable.class)
                .hasMessageContaining("more than");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property
    void anyFieldsAreReadOrRefused(@ForAll("lines") String lines) {
        readOrRefuse(lines);
    }

    @Provide
    Arbitrary<String> lines() {
        var value = Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789abcdefx-,TrueFals:").ofMaxLength(24),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.longs().map(it -> "0x" + Long.toHexString(it)),
                Arbitraries.of("", "0", "1", "True", "False", "0x0006"));
        var fields = value.list().ofMinSize(Field.values().length - 2).ofMaxSize(Field.values().length);
        return Combinators.combine(fields, fields)
                .as((a, b) -> "1\t" + String.join("\t", a) + "\n2\t" + String.join("\t", b) + "\n");
    }

    private static void readOrRefuse(String text) {
        try {
            dissect(text);
        } catch (TraceUnavailable | IOException refused) {
            assertThat(refused).hasMessageContaining("dissector");
        }
    }

    private static List<Packet> dissect(String output) throws IOException {
        var packets = new ArrayList<>(TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.INITIAL)
                .build()
                .packets());
        new Dissection(packets, List.of(0, 1))
                .read(new ByteArrayInputStream(output.getBytes(StandardCharsets.ISO_8859_1)));
        return packets;
    }
}
