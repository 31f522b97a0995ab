package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.FrameType.ACK;
import static dev.interop.trace.FrameType.ACK_ECN;
import static dev.interop.trace.FrameType.CONNECTION_CLOSE;
import static dev.interop.trace.FrameType.PATH_CHALLENGE;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.ONE_RTT;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Address;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checks of key updates, ECN, paths and the application protocol, on packets made for them. */
class PathChecksTest {
    private static final Address OTHER_PORT = new Address("193.167.0.100", 50001);
    private static final Address OTHER_HOST = new Address("193.167.0.131", 50001);
    private static final Address OTHER_SERVER = new Address("193.167.100.100", 4433);

    @Test
    void aSideThatNeverUpdatesItsKeysFailsAtItsLastPacket() {
        var once = trace().keyPhase(CLIENT, 0)
                .keyPhase(SERVER, 0)
                .keyPhase(SERVER, 1)
                .keyPhase(CLIENT, 0);

        assertThat(examine(Checks.keyUpdate(SERVER), once)).isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.keyUpdate(CLIENT), once)).satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("all 2 1-RTT packets of the client have key phase 0; the last is 1-RTT (PING)");
            assertThat(it.evidence().packet()).hasValue(4);
        });
        assertThat(finding(Checks.keyUpdate(CLIENT), trace().keyPhase(SERVER, 1))
                        .seen())
                .isEqualTo("the client sent no 1-RTT packet");
    }

    @Test
    void aPacketThatCannotBeDecryptedMayHaveTheOtherKeyPhase() {
        assertThat(examine(Checks.keyUpdate(CLIENT), trace().keyPhase(CLIENT, 0).sealed(CLIENT, ONE_RTT)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aSideThatMarksNothingOrCongestionFails() {
        assertThat(examine(Checks.ecnMarks(CLIENT), trace().ecn(2).keyPhase(CLIENT, 0)))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.ecnMarks(CLIENT), trace().ecn(1).keyPhase(CLIENT, 0)))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(
                                Checks.ecnMarks(CLIENT),
                                trace().keyPhase(CLIENT, 0).ecn(2).keyPhase(SERVER, 0))
                        .seen())
                .isEqualTo("none of the client's 1 packets was in a marked datagram");
        assertThat(finding(
                                Checks.ecnMarks(CLIENT),
                                trace().ecn(2).keyPhase(CLIENT, 0).ecn(3).keyPhase(CLIENT, 0))
                        .seen())
                .isEqualTo("the client sent a datagram with CE");
    }

    @Test
    void aSideThatAcknowledgesWithoutCountsFails() {
        assertThat(examine(Checks.ecnCounts(SERVER), trace().frames(SERVER, ACK).frames(SERVER, ACK_ECN)))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.ecnCounts(SERVER), trace().frames(SERVER, ACK).frames(CLIENT, ACK_ECN)))
                .satisfies(it -> {
                    assertThat(it.seen())
                            .isEqualTo("the server's ACK frames have no ECN counts; the last is in 1-RTT (ACK)");
                    assertThat(it.evidence().packet()).hasValue(1);
                });
        assertThat(examine(Checks.ecnCounts(SERVER), trace().frames(SERVER, ACK).sealed(SERVER, ONE_RTT)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void onlyAnotherAddressIsAnotherClientAddress() {
        var port = trace().keyPhase(SERVER, 0).client(OTHER_PORT).keyPhase(SERVER, 0);
        var host = trace().keyPhase(SERVER, 0).client(OTHER_HOST).keyPhase(SERVER, 0);

        assertThat(examine(Checks.severalPaths(), port)).isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.severalClientAddresses(), host)).isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.severalClientAddresses(), port).seen())
                .isEqualTo("the server sent only to 193.167.0.100:50000 and other ports of this address");
        assertThat(finding(Checks.severalPaths(), trace().keyPhase(SERVER, 0)).seen())
                .isEqualTo("the server sent only to 193.167.0.100:50000");
    }

    @Test
    void anotherAddressOfTheServerIsAnotherPathButNoOtherClientAddress() {
        var moved = trace().keyPhase(SERVER, 0).server(OTHER_SERVER).frames(SERVER, PATH_CHALLENGE);
        var unasked = trace().keyPhase(SERVER, 0).server(OTHER_SERVER).frames(SERVER, ACK);

        assertThat(examine(Checks.severalPaths(), moved)).isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.pathChallenge(), moved)).isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.severalClientAddresses(), moved)).isInstanceOf(CheckResult.Failed.class);
        assertThat(finding(Checks.pathChallenge(), unasked).expected())
                .isEqualTo("a PATH_CHALLENGE in the server's first packet from 193.167.100.100:4433"
                        + " to 193.167.0.100:50000");
    }

    @Test
    void withoutANewPathOrAChallengeThereIsNothingToPass() {
        var still = trace().keyPhase(CLIENT, 0).keyPhase(SERVER, 0);

        assertThat(finding(Checks.pathChallenge(), still).seen()).isEqualTo("there is none");
        assertThat(finding(Checks.newConnectionId(), still).seen()).isEqualTo("there is none");
        assertThat(finding(Checks.pathResponses(), still).seen()).isEqualTo("the server sent none");
        assertThat(examine(Checks.pathResponses(), still.sealed(SERVER, ONE_RTT)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aBareAckAsFirstPacketOnANewPathFailsAndIsShown() {
        var late = trace().keyPhase(SERVER, 0)
                .client(OTHER_PORT)
                .frames(SERVER, ACK)
                .pathChallenge(SERVER, "0102030405060708");

        assertThat(finding(Checks.pathChallenge(), late)).satisfies(it -> {
            assertThat(it.expected()).contains("193.167.0.100:50001");
            assertThat(it.seen()).isEqualTo("it is 1-RTT (ACK)");
            assertThat(it.evidence().packet()).hasValue(2);
        });
    }

    @Test
    void aChallengeFirstOnEachNewPathPasses() {
        var challenged = trace().frames(SERVER, ACK)
                .client(OTHER_PORT)
                .frames(SERVER, PATH_CHALLENGE)
                .frames(SERVER, ACK)
                .client(OTHER_HOST)
                .frames(SERVER, PATH_CHALLENGE);

        assertThat(examine(Checks.pathChallenge(), challenged)).isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(
                        Checks.pathChallenge(),
                        trace().frames(SERVER, ACK).client(OTHER_PORT).sealed(SERVER, ONE_RTT)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aChallengeWithoutAnAnswerFails() {
        var ignored = trace().pathChallenge(SERVER, "aa").pathResponse(CLIENT, "bb");

        assertThat(examine(
                        Checks.pathResponses(),
                        trace().pathChallenge(SERVER, "aa").pathResponse(CLIENT, "aa")))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.pathResponses(), ignored)).satisfies(it -> {
            assertThat(it.expected()).isEqualTo("a PATH_RESPONSE with aa");
            assertThat(it.evidence().packet()).hasValue(1);
        });
        assertThat(examine(Checks.pathResponses(), ignored.sealed(CLIENT, ONE_RTT)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aChallengeThatTheNetworkLostOrThatCameAfterTheCloseNeedsNoAnswer() {
        var sent = trace().pathChallenge(SERVER, "aa").build();
        var arrived = trace().keyPhase(SERVER, 0).build();
        var late = trace().frames(CLIENT, CONNECTION_CLOSE).pathChallenge(SERVER, "aa");

        assertThat(Checks.pathResponses().examine(new TwoCaptures(arrived, sent)))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(Checks.pathResponses(), late)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void anOldConnectionIdOnANewPathFails() {
        var kept = trace().dcid("0a").keyPhase(CLIENT, 0).client(OTHER_PORT).keyPhase(CLIENT, 0);
        var fresh = trace().dcid("0a")
                .keyPhase(CLIENT, 0)
                .client(OTHER_PORT)
                .dcid("0b")
                .keyPhase(CLIENT, 0);
        var toOtherServer =
                trace().dcid("0a").keyPhase(CLIENT, 0).server(OTHER_SERVER).keyPhase(CLIENT, 0);

        assertThat(examine(Checks.newConnectionId(), fresh)).isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.newConnectionId(), kept)).satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("1-RTT (PING) from 193.167.0.100:50001 to 193.167.100.100:443 goes to 0a,"
                            + " as packet 1 on the old path did");
            assertThat(it.evidence().packet()).hasValue(2);
        });
        assertThat(finding(Checks.newConnectionId(), toOtherServer).evidence().packet())
                .hasValue(2);
    }

    @Test
    void anotherApplicationProtocolFails() {
        assertThat(examine(Checks.alpn("h3"), trace().alpn("h3"))).isInstanceOf(CheckResult.Passed.class);
        assertThat(finding(Checks.alpn("h3"), trace().alpn("hq-interop")).seen())
                .isEqualTo("the server selected hq-interop");
        assertThat(finding(Checks.alpn("h3"), trace().alpn()).seen()).isEqualTo("the server selected none");
    }

    @Test
    void anApplicationProtocolThatNoKeysShowIsNotJudged() {
        assertThat(examine(Checks.alpn("h3"), trace().sealed(SERVER, HANDSHAKE)))
                .isEqualTo(new CheckResult.Passed("", Set.of(SERVER)));
    }

    @Test
    void aResultAboutWhatWasNotSentRestsOnEverythingThatWasSent() {
        var silent = trace().keyPhase(CLIENT, 0).frames(SERVER, ACK);

        assertThat(examine(Checks.keyUpdate(CLIENT), silent).restsOn()).containsExactly(CLIENT);
        assertThat(examine(Checks.ecnMarks(CLIENT), silent).restsOn()).containsExactly(CLIENT);
        assertThat(examine(Checks.ecnCounts(SERVER), silent).restsOn()).containsExactly(SERVER);
        assertThat(examine(Checks.severalPaths(), silent).restsOn()).containsExactly(SERVER);
        assertThat(examine(Checks.newConnectionId(), silent).restsOn()).containsExactly(CLIENT);
    }

    private static Finding finding(Check check, TraceBuilder trace) {
        var result = examine(check, trace);
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        List<Finding> findings = ((CheckResult.Failed) result).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static CheckResult examine(Check check, TraceBuilder trace) {
        return check.examine(new TwoCaptures(trace.build(), trace.build()));
    }
}
