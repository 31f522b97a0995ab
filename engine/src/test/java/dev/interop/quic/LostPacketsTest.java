package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.FrameType.ACK;
import static dev.interop.trace.FrameType.ACK_ECN;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.PacketType.RETRY;
import static dev.interop.trace.PacketType.VERSION_NEGOTIATION;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Address;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import org.junit.jupiter.api.Test;

/** What the network lost was sent, whatever the capture at the other side shows. */
class LostPacketsTest {
    private static final Address OTHER_PORT = new Address("193.167.0.100", 50001);

    @Test
    void aClientThatUpdatedItsKeysInALostPacketPasses() {
        var received = trace().keyPhase(CLIENT, 0);

        assertThat(examine(Checks.keyUpdate(CLIENT), trace().keyPhase(CLIENT, 0).keyPhase(CLIENT, 1), received))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.keyUpdate(CLIENT), trace().keyPhase(CLIENT, 0).keyPhase(CLIENT, 0), received)
                        .seen())
                .startsWith("all 2 1-RTT packets of the client have key phase 0");
    }

    @Test
    void aClientThatCountedMarksInALostPacketPasses() {
        var sent = trace().frames(CLIENT, ACK).frames(CLIENT, ACK_ECN);

        assertThat(examine(Checks.ecnCounts(CLIENT), sent, trace().frames(CLIENT, ACK)))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void theClientsFirstPacketOnANewPathIsTheOneThatItSentFirst() {
        var sent = trace().dcid("0a")
                .keyPhase(CLIENT, 0)
                .client(OTHER_PORT)
                .keyPhase(CLIENT, 0)
                .dcid("0b")
                .keyPhase(CLIENT, 0);
        var received = trace().dcid("0a")
                .keyPhase(CLIENT, 0)
                .client(OTHER_PORT)
                .dcid("0b")
                .frames(CLIENT, ACK);

        assertThat(examine(Checks.newConnectionId(), received, received)).isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.newConnectionId(), sent, received)).isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void aRetryThatTheNetworkLostWasSent() {
        var sent = trace().token("0badcafe").sealed(SERVER, RETRY);

        var lost = finding(Checks.retry(), trace().clientHello(0x1301), sent);

        assertThat(lost.seen()).isEqualTo("the server's Retry did not come to the client");
        assertThat(lost.evidence().packet()).hasValue(1);
        assertThat(finding(Checks.retry(), trace().clientHello(0x1301), trace().sealed(SERVER, INITIAL))
                        .seen())
                .isEqualTo("the server sent no Retry packet");
    }

    @Test
    void aVersionNegotiationPacketThatTheNetworkLostWasSent() {
        var first = trace().dcid("0102").sealed(CLIENT, INITIAL);

        assertThat(examine(Checks.versionNegotiation(), first, negotiated("0102")))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.versionNegotiation(), first, negotiated("0103"))
                        .seen())
                .isEqualTo("the server sent one with 0103");
    }

    @Test
    void handshakePacketsThatTheNetworkLostWereSentAndAreRead() {
        var nothing = trace().sealed(CLIENT, INITIAL);

        assertThat(examine(Checks.alpn("hq-interop", CLIENT), nothing, trace().alpn("hq-interop")))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.alpn("hq-interop", CLIENT), nothing, trace().alpn("h3"))
                        .seen())
                .isEqualTo("the server selected h3");
        assertThat(finding(Checks.alpn("hq-interop", CLIENT), nothing, nothing).seen())
                .isEqualTo("the server sent no Handshake packet");
    }

    @Test
    void aHandshakePacketOfTheClientThatTheNetworkLostDidNotComeToTheServer() {
        var sent = trace().sealed(CLIENT, INITIAL).sealed(CLIENT, HANDSHAKE);

        assertThat(finding(Checks.amplification(), sent, trace().sealed(CLIENT, INITIAL))
                        .seen())
                .isEqualTo("none came to the server");
    }

    private static TraceBuilder negotiated(String id) {
        return trace().version(0).scid(id).sealed(SERVER, VERSION_NEGOTIATION);
    }

    private static Finding finding(Check check, TraceBuilder atClient, TraceBuilder atServer) {
        return ((CheckResult.Failed) examine(check, atClient, atServer))
                .findings()
                .get(0);
    }

    private static CheckResult examine(Check check, TraceBuilder atClient, TraceBuilder atServer) {
        return check.examine(new TwoCaptures(atClient.build(), atServer.build()));
    }
}
