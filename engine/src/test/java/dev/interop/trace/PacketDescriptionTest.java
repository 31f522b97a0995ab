package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PacketDescriptionTest {
    @Test
    void aProtectedPacketIsDescribedByItsType() {
        assertThat(PacketDescription.of(packet(PacketType.RETRY, Optional.empty())))
                .isEqualTo("Retry");
    }

    @Test
    void handshakeMessagesAreNamed() {
        assertThat(words(PacketType.INITIAL, List.of(2L, 6L, 0L), List.of(2, 99), StreamFrames.NONE))
                .isEqualTo("Initial (ACK, CRYPTO ServerHello message 99, PADDING)");
    }

    @Test
    void streamFramesAreDescribedWithStreamLengthAndOffset() {
        var streams = new StreamFrames(
                List.of(new StreamFrames.Data(0, 0, "0a0b", false), new StreamFrames.Data(4, 7, "0c", true)),
                List.of());

        assertThat(words(PacketType.ONE_RTT, List.of(0x0aL, 0x0fL, 0x24L, 0x999L), List.of(), streams))
                .isEqualTo(
                        "1-RTT (STREAM 0: 2 bytes at 0, STREAM 4: 1 bytes at 7, the last, RESET_STREAM_AT, frame 0x999)");
    }

    @Test
    void aLongListOfFramesIsCutShort() {
        var frames = LongStream.range(0x10, 0x1f).boxed().toList();

        assertThat(words(PacketType.ONE_RTT, frames, List.of(), StreamFrames.NONE))
                .startsWith("1-RTT (MAX_DATA, MAX_STREAM_DATA, MAX_STREAMS, DATA_BLOCKED")
                .endsWith(", …)");
    }

    private static String words(PacketType type, List<Long> frames, List<Integer> messages, StreamFrames streams) {
        return PacketDescription.of(packet(
                type,
                Optional.of(new Contents(
                        1,
                        OptionalInt.empty(),
                        20,
                        frames,
                        new HandshakeData(List.of(), messages, List.of(), OptionalLong.empty()),
                        streams))));
    }

    private static Packet packet(PacketType type, Optional<Contents> contents) {
        var from = new Address("193.167.0.100", 5000);
        var datagram = new Datagram(3, 0.1, Side.CLIENT, from, new Address("193.167.100.100", 443), 0, 50);
        return new Packet(datagram, type, 1, "", "", "", 50, 40, contents);
    }
}
