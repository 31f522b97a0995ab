package dev.interop.moqt.check;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.TraceBuilder.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Recording;
import dev.interop.recording.RemoteServer;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client may send packets to other servers than its relay. */
class RemoteRelayTest {
    private static final String THERE = "193.167.100.100";
    private static final WireCheck SETUP = new SetupExchanged();
    private static final Trace TRACE = trace().streams(Side.CLIENT, StreamFrames.NONE)
            .streams(Side.SERVER, StreamFrames.NONE)
            .sealed(Side.CLIENT, PacketType.ONE_RTT)
            .build();

    @Test
    void aClientWithPacketsToAndFromTheRelayIsConnected() {
        assertThat(connected(at("moqt://" + THERE + ":443"))).isInstanceOf(CheckResult.Passed.class);
        assertThat(connected(at("https://" + THERE + "/moq"))).isInstanceOf(CheckResult.Passed.class);
        assertThat(connected(new RemoteServer("relay.example", 443, List.of("192.0.2.1", THERE))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void aClientWithPacketsToAnotherPortOrAddressIsNotConnected() {
        for (var relay : List.of(at("moqt://" + THERE + ":4443"), at("moqt://192.0.2.1:443"))) {
            assertThat(connected(relay))
                    .isInstanceOfSatisfying(
                            CheckResult.Failed.class,
                            it -> assertThat(it.findings().get(0).seen())
                                    .isEqualTo("no 1-RTT packet from the client among 0 QUIC packets with " + relay));
            assertThat(SETUP.examine(evidence(relay))).isInstanceOf(CheckResult.Failed.class);
        }
        assertThat(connected(new RemoteServer("relay.example", 4443, List.of(THERE))))
                .isInstanceOf(CheckResult.Failed.class);
    }

    /** The name may have resolved to another address for the client. */
    @Test
    void packetsToAnUnknownAddressLeaveARelayNameUndecided() {
        for (var addresses : List.of(List.of("192.0.2.1"), List.<String>of())) {
            var relay = new RemoteServer("relay.example", 443, addresses);

            for (var result : List.of(connected(relay), SETUP.examine(evidence(relay)))) {
                assertThat(result)
                        .isInstanceOfSatisfying(
                                CheckResult.Undecided.class,
                                it -> assertThat(it.reason().text())
                                        .isEqualTo("packets went to 193.167.100.100:443, which is not an address"
                                                + " that relay.example resolved to here"));
            }
        }
    }

    @Test
    void aRelayUrlMayHaveAnIpAddress() {
        assertThat(at("moqt://[2001:db8::1]:4443"))
                .isEqualTo(new RemoteServer("2001:db8::1", 4443, List.of("2001:db8:0:0:0:0:0:1")));
        assertThat(at("moqt://[2001:db8::1]:4443").namesAnAddress()).isTrue();
        assertThat(at("https://192.0.2.1").namesAnAddress()).isTrue();
        assertThat(new RemoteServer("relay.example", 443, List.of()).namesAnAddress())
                .isFalse();
    }

    private static RemoteServer at(String url) {
        return RemoteServer.at(url);
    }

    private static CheckResult connected(RemoteServer relay) {
        return new Connected().examine(evidence(relay));
    }

    private static Evidence evidence(RemoteServer relay) {
        var recording = recording(Path.of("nowhere"))
                .moqt("setup-only", "draft-18", "quic")
                .remoteServer(relay)
                .build();
        return new Fixed(recording);
    }

    private record Fixed(Recording recording) implements Evidence {
        @Override
        public Trace trace(Side side, Depth depth) {
            return TRACE;
        }
    }
}
