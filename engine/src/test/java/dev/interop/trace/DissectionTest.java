package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testing.TraceBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DissectionTest {
    private static final int FIELDS = Field.of(Depth.FULL).size();
    private static final int STREAM_FIELDS = Field.of(Depth.STREAMS).size() - FIELDS;
    /** The tabs from the length of ALPN names to the first HTTP/3 field. */
    private static final String TO_HTTP = "\t".repeat(10);

    private static final String FIRST =
            "1\t7\t1\taabb\tTrue\t0x0000000000000006,0x0000000000000002\t0,1200\t63,5\t\t\t1,2\t0x1301,0x1303\t100\t"
                    + "\t\n";

    @Test
    void eachPacketGetsTheContentsInItsLine() throws IOException {
        var packets = dissect(FIRST + "2\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n");

        assertThat(packets.get(0).contents()).hasValueSatisfying(it -> {
            assertThat(it.packetNumber()).isEqualTo(7);
            assertThat(it.keyPhase()).hasValue(1);
            assertThat(it.has(FrameType.CRYPTO)).isTrue();
            assertThat(it.has(FrameType.ACK)).isTrue();
            assertThat(it.has(FrameType.ACK_ECN)).isFalse();
            assertThat(it.handshake().crypto()).containsExactly(new CryptoRange(0, 63), new CryptoRange(1200, 5));
            assertThat(it.handshake().messages()).containsExactly(1, 2);
            assertThat(it.handshake().cipherSuites()).containsExactly(0x1301, 0x1303);
            assertThat(it.handshake().initialMaxStreamsBidi()).hasValue(100);
            assertThat(it.payloadLength()).isEqualTo(1150 - 2);
        });
        assertThat(packets.get(1).contents()).isEmpty();
    }

    @Test
    void streamFramesAreAssembledFromListsOfFieldValues() throws IOException {
        var types = "0x000000000000000b,0x0000000000000002,0x000000000000000e,0x000000000000000f,0x0000000000000009";
        var streams = "0,4,4,8\t300,310\t0a0B,ff,<MISSING>,40\t3\t16\t7,11\t0,1\t\t";
        var packets = dissectStreams("1\t9\t1\taabb\tFalse\t" + types + "\t\t\t\t\t\t\t\t\t\t" + streams + "\n2\n");

        assertThat(packets.get(0).contents()).hasValueSatisfying(it -> {
            assertThat(it.streams().data())
                    .containsExactly(
                            new StreamFrames.Data(0, 0, "0a0b", true),
                            new StreamFrames.Data(4, 300, "ff", false),
                            new StreamFrames.Data(4, 310, "", true),
                            new StreamFrames.Data(8, 0, "40", true));
            assertThat(it.streams().breaks())
                    .containsExactly(
                            new StreamFrames.Break(FrameType.RESET_STREAM, 3, 16),
                            new StreamFrames.Break(FrameType.STOP_SENDING, 7, 0),
                            new StreamFrames.Break(FrameType.STOP_SENDING, 11, 1));
        });
    }

    /** tshark 4.4 parses the fields of a RESET_STREAM_AT frame between two STREAM frames as frames. */
    @Test
    void framesAfterOneThatTheDissectorDoesNotKnowAreLeftOut() throws IOException {
        var types = "0x0a,0x24,0x04,0x0f,0x00";
        var streams = "4,99\t\t0a,<MISSING>\t7\t1\t\t\t\t";
        var packets = dissectStreams("1\t9\t1\taabb\tFalse\t" + types + "\t\t\t\t\t\t\t\t\t\t" + streams + "\n2\n");

        assertThat(packets.get(0).contents()).hasValueSatisfying(it -> {
            assertThat(it.streams().data()).containsExactly(new StreamFrames.Data(4, 0, "0a", false));
            assertThat(it.streams().breaks()).isEmpty();
        });
    }

    @Test
    void connectionCloseFramesOfBothTypesAreRead() throws IOException {
        var packets = dissectStreams("1\t9\t1\taabb\tFalse\t0x02,0x1d\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t256"
                + "\t".repeat(5) + "7\n" + "2\t9\t1\taabb\tFalse\t0x1c" + "\t".repeat(17) + "10\n");

        assertThat(packets)
                .extracting(it -> it.contents().orElseThrow().close().orElseThrow())
                .containsExactly(
                        new ConnectionClose(FrameType.CONNECTION_CLOSE_APPLICATION, 256),
                        new ConnectionClose(FrameType.CONNECTION_CLOSE, 10));
        assertThat(packets).extracting(Packet::connection).containsExactly(OptionalLong.of(7), OptionalLong.empty());
    }

    /** Names and values are text of endpoints and may have a comma, which separates values. */
    @Test
    void protocolNamesAreCutByTheirLengths() throws IOException {
        var before = "1\t9\t1\taabb\tFalse\t0x06" + "\t".repeat(8);

        assertThat(protocols(before + "h3,a,b,moqt-18\t2,3,7"))
                .isEqualTo(new ProtocolNames(List.of("h3", "a,b", "moqt-18"), List.of()));
        assertThat(protocols(before + "\t" + TO_HTTP + ":status,wt-protocol\t7,11\t200,\"a\", b\t3,6"))
                .isEqualTo(new ProtocolNames(
                        List.of(), List.of(new HttpField(":status", "200"), new HttpField("wt-protocol", "\"a\", b"))));
    }

    @Test
    void protocolNamesThatDoNotMatchTheirLengthsAreLeftOut() throws IOException {
        var before = "1\t9\t1\taabb\tFalse\t0x06" + "\t".repeat(8);

        for (var names : List.of(
                "h3\t3",
                "h3\t1",
                "h3\t",
                "\t2",
                "h3,h3\t2",
                "\t" + TO_HTTP + "a\t1\tb,c\t1,1",
                "\t" + TO_HTTP + "a\t1\tb\t9")) {
            assertThat(protocols(before + names)).isEqualTo(ProtocolNames.NONE);
        }
    }

    private static ProtocolNames protocols(String line) throws IOException {
        return dissectStreams(line + "\n2\n").get(0).contents().orElseThrow().protocols();
    }

    @Test
    void streamFieldsWithDifferentNumbersOfValuesAreRefused() {
        for (var streams : List.of(
                "0\t\t00\t\t\t\t",
                "0,4\t5\t00\t\t\t\t",
                "0\t5\t00,00\t\t\t\t",
                "0\t5\t0g\t\t\t\t",
                "0\t5\t00\t3\t\t\t")) {
            assertThatThrownBy(() -> dissectStreams("1\t9\t1\taabb\tFalse\t0x0e\t\t\t\t\t\t\t\t\t\t" + streams + "\n"))
                    .isInstanceOf(TraceUnavailable.class)
                    .hasMessageContaining("the dissector gave");
        }
    }

    @Test
    void aPacketNumberWithoutFramesIsIgnored() throws IOException {
        var packets = dissect(FIRST + "2\t1885099003\t3\taabb\t\t\t\t\t\t\t\t\t\t\t\n");

        assertThat(packets.get(1).contents()).isEmpty();
    }

    @Test
    void outputOfADissectorThatEndsEarlyIsRefused() {
        assertThatThrownBy(() -> dissect(FIRST)).isInstanceOf(IOException.class).hasMessageContaining("1 of 2");
    }

    @Test
    void aLineOfAnUnexpectedFrameIsRefused() {
        assertThatThrownBy(() -> dissect(FIRST + FIRST)).isInstanceOf(TraceUnavailable.class);
        assertThatThrownBy(() -> dissect("x" + FIRST)).isInstanceOf(TraceUnavailable.class);
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> dissect("1".repeat(2 << 20)))
                .isInstanceOfSatisfying(
                        TraceUnavailable.class, it -> assertThat(it.isFlooded()).isTrue())
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

    @Property
    void anyStreamFieldsAreReadOrRefused(@ForAll("streamLines") String lines) {
        try {
            dissect(lines, Depth.STREAMS);
        } catch (TraceUnavailable | IOException refused) {
            assertThat(refused).hasMessageContaining("dissector");
        }
    }

    @Provide
    Arbitrary<String> streamLines() {
        var value = Arbitraries.of(
                "", "0", "1", "4,8", "0a", "<MISSING>", "0a,<MISSING>", "0x08", "0x0f,0x08", "0x0f,0x24,0x08");
        return value.list()
                .ofSize(STREAM_FIELDS)
                .flatMap(streams -> value.map(types -> "1\t9\t1\taabb\t\t" + types + "\t\t\t\t\t\t\t\t\t\t"
                        + String.join("\t", streams) + "\n2" + "\t".repeat(FIELDS + STREAM_FIELDS - 1) + "\n"));
    }

    @Provide
    Arbitrary<String> lines() {
        var value = Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789abcdefx-,TrueFals:").ofMaxLength(24),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.longs().map(it -> "0x" + Long.toHexString(it)),
                Arbitraries.of("", "0", "1", "True", "False", "0x0006"));
        var fields = value.list().ofMinSize(FIELDS - 2).ofMaxSize(FIELDS);
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
        return dissect(output, Depth.FULL);
    }

    /** Dissects lines whose last fields may be left out. */
    private static List<Packet> dissectStreams(String output) throws IOException {
        var lines = output.lines()
                .map(it -> it + "\t".repeat(FIELDS + STREAM_FIELDS - it.split("\t", -1).length))
                .toList();
        return dissect(String.join("\n", lines) + "\n", Depth.STREAMS);
    }

    private static List<Packet> dissect(String output, Depth depth) throws IOException {
        var packets = new ArrayList<>(TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.INITIAL)
                .build()
                .packets());
        new Dissection(packets, List.of(0, 1), depth)
                .read(new ByteArrayInputStream(output.getBytes(StandardCharsets.ISO_8859_1)));
        return packets;
    }
}
