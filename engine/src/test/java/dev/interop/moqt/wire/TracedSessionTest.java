package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TraceBuilder;
import dev.interop.trace.FrameType;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedSessionTest {
    @Test
    void aTraceIsReadAsAControlSession() {
        var setup = data(2, 0, "af00 000c 05 0a \"relay:4443\"");
        var publish = "06 0014 00 02 08\"moq-test\" 07\"interop\" 00";
        var trace = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .streams(Side.CLIENT, frames(setup, data(0, 0, publish)))
                .streams(Side.SERVER, frames(data(3, 0, "af00 0000"), data(0, 0, "07 0001")))
                .streams(Side.CLIENT, frames(setup))
                .streams(Side.SERVER, frames(new StreamFrames.Data(0, 3, "00", true)))
                .streams(
                        Side.CLIENT,
                        new StreamFrames(List.of(), List.of(new StreamFrames.Break(FrameType.RESET_STREAM, 0, 1))))
                .streams(
                        Side.CLIENT,
                        new StreamFrames(List.of(), List.of(new StreamFrames.Break(FrameType.RESET_STREAM, 0, 1))))
                .build();

        assertThat(new ControlSessionReader(MoqtDraft.DRAFT_18, Transport.QUIC).read(trace))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.connection()).hasToString("193.167.0.100:50000 → 193.167.100.100:443");
                    assertThat(it.messages())
                            .extracting(Message::describe)
                            .containsExactly(
                                    "SETUP from the client on stream 2, packet 2",
                                    "PUBLISH_NAMESPACE moq-test/interop from the client on stream 0, packet 2",
                                    "SETUP from the server on stream 3, packet 3",
                                    "REQUEST_OK from the server on stream 0, packet 3");
                    assertThat(it.ends())
                            .extracting(StreamEnd::toString)
                            .containsExactly(
                                    "FIN from the server on stream 0, packet 5",
                                    "RESET_STREAM 0x1 from the client on stream 0, packet 6");
                });
    }

    private static StreamFrames frames(StreamFrames.Data... data) {
        return new StreamFrames(List.of(data), List.of());
    }

    private static StreamFrames.Data data(long stream, long offset, String notation) {
        return new StreamFrames.Data(
                stream, offset, ByteNotation.bytes(notation).hex(), false);
    }
}
