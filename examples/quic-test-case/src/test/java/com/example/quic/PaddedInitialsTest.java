package com.example.quic;

import static dev.interop.testing.CheckAssert.assertThat;
import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;

import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check against traces made by hand: one that passes, and each way to fail. */
class PaddedInitialsTest {
    @TempDir
    Path folder;

    @Test
    void aClientThatPadsItsInitialPacketsPasses() {
        assertThat(
                        new PaddedInitials(),
                        evidence(trace().datagram(CLIENT, INITIAL, 1200)
                                .datagram(SERVER, INITIAL, 100)
                                .datagram(CLIENT, INITIAL, 1252)))
                .passed();
    }

    @Test
    void aClientThatSendsAShortInitialPacketFailsAtThatPacket() {
        assertThat(
                        new PaddedInitials(),
                        evidence(trace().datagram(CLIENT, INITIAL, 1200)
                                .datagram(SERVER, INITIAL, 1200)
                                .datagram(CLIENT, INITIAL, 1199)))
                .failed()
                .because("a datagram of 1199 bytes")
                .atPacket(3);
    }

    @Test
    void aClientThatSendsNoInitialPacketFails() {
        assertThat(new PaddedInitials(), evidence(trace())).failed().because("the client sent none");
    }

    private TestEvidence evidence(TraceBuilder trace) {
        return new TestEvidence(recording(folder).build(), trace.build());
    }
}
