package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {
    /** A RESET_STREAM_AT frame of picoquic: stream 4, WebTransport code 1, final size 54 bytes, 3 of them reliable. */
    private static final String RESET = "2404c00052e4a40fa8dc3603";

    @Test
    void aResetStreamAtFrameAndTheFramesAfterItAreRead() {
        var contents = read("0a0000" + RESET + "0e04050201ff" + "0504970d7b68" + "0000");

        assertThat(contents).hasValueSatisfying(it -> {
            assertThat(it.frames()).containsExactly(0x0aL, 0x24L, 0x0eL, 0x05L, 0L, 0L);
            assertThat(it.streams().data())
                    .containsExactly(
                            new StreamFrames.Data(0, 0, "", false), new StreamFrames.Data(4, 5, "01ff", false));
            assertThat(it.streams().breaks())
                    .containsExactly(
                            new StreamFrames.Break(FrameType.RESET_STREAM_AT, 4, 0x52e4a40fa8dcL),
                            new StreamFrames.Break(FrameType.STOP_SENDING, 4, 0x170d7b68));
            assertThat(it.packetNumber()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "02050001030405",
                "0305000003010203",
                "0404970d7b6804",
                "0600020102",
                "070101",
                "10413b",
                "110444d2",
                "124064",
                "18020004aabbccdd00112233445566778899aabbccddeeff",
                "1902",
                "1a0011223344556677",
                "1b0011223344556677",
                "1e",
                "1f",
                "3102aabb",
                "40af01020304"
            })
    void aFrameOfEveryKnownTypeIsSkippedByItsLength(String frame) {
        assertThat(read(frame + RESET))
                .hasValueSatisfying(it -> assertThat(it.streams().breaks())
                        .contains(new StreamFrames.Break(FrameType.RESET_STREAM_AT, 4, 0x52e4a40fa8dcL)));
    }

    @Test
    void theFirstConnectionCloseFrameCounts() {
        assertThat(read("1d41000161" + "1c0a0000").orElseThrow().close())
                .contains(new ConnectionClose(FrameType.CONNECTION_CLOSE_APPLICATION, 0x100));
    }

    @Test
    void aFrameWithoutALengthFillsThePacket() {
        assertThat(read("0900aabb").orElseThrow().streams().data())
                .containsExactly(new StreamFrames.Data(0, 0, "aabb", true));
        assertThat(read("30aabb")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", RESET + "0e0400", "7fff", "0e0400050102", "c0000000ffffffff", "0208ffffffffffffffff"})
    void aPayloadThatCannotBeParsedToItsEndIsRefused(String payload) {
        assertThat(read(payload)).isEmpty();
    }

    @Property
    void anyPayloadIsReadOrRefused(@ForAll byte[] payload) {
        assertThat(PayloadReader.read(payload, packet())).isNotNull();
    }

    @Test
    void decryptedPayloadsAreReadFromADump() throws IOException {
        var dump = new PayloadDump();

        dump.read(new ByteArrayInputStream("""
                Frame (97 bytes):
                0000  02 42 ac 14 00 02 02 42 ac 14 00 03 08 00 45 02\s\s\s
                Decrypted QUIC (18 bytes):
                0000  24 04 c0 00 52 e4 a4 0f a8 dc 36 03 00 00 00 00\s\s\s
                0010  00 01                                          \s\s

                Frame (2 bytes):
                0000  02 42\s\s
                Decrypted QUIC (1 bytes):
                0000  1e\s
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(dump.payloads()).extracting(HexFormat.of()::formatHex).containsExactly(RESET + "000000000001", "1e");
    }

    private static Optional<Contents> read(String payload) {
        return PayloadReader.read(HexFormat.of().parseHex(payload), packet());
    }

    private static Contents packet() {
        return new Contents(9, OptionalInt.empty(), 29, List.of(0x24L), HandshakeData.NONE, StreamFrames.NONE);
    }
}
