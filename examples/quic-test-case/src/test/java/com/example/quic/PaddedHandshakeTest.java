package com.example.quic;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.TestCaseJudge.judge;
import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.testing.VerdictAssert.assertThat;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;

import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TraceBuilder;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test case's verdict on whole cells: files, packets and exit codes together. */
class PaddedHandshakeTest {
    @TempDir
    Path folder;

    @Test
    void aCellWithTheFileAndPaddedPacketsSucceeds() {
        assertThat(judge(new PaddedHandshake(), cell().build(), handshake(1200).build()))
                .succeeded();
    }

    @Test
    void aCellWithAShortInitialPacketFailsAtThatPacket() {
        assertThat(judge(new PaddedHandshake(), cell().build(), handshake(1199).build()))
                .failed()
                .against(new PaddedInitials().rule())
                .because("a datagram of 1199 bytes");
    }

    @Test
    void aCellWithoutTheFileFails() {
        var nothing = recording(folder).served("a", 1024, "ab").build();

        assertThat(judge(new PaddedHandshake(), nothing, handshake(1200).build()))
                .failed()
                .reads("a");
    }

    @Test
    void aClientThatDoesNotKnowTheTestCaseIsUnsupported() {
        var unknown = recording(folder)
                .served("a", 1024, "ab")
                .exited(ContainerRole.CLIENT, 127)
                .build();

        assertThat(judge(new PaddedHandshake(), unknown, trace().build())).unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    private RecordingBuilder cell() {
        return recording(folder).served("a", 1024, "ab").downloaded("a", 1024, "ab");
    }

    private static TraceBuilder handshake(int initial) {
        return trace().datagram(CLIENT, INITIAL, initial).datagram(SERVER, INITIAL, 1200);
    }
}
