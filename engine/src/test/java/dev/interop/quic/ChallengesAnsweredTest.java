package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.FrameType.ACK;
import static dev.interop.trace.FrameType.CONNECTION_CLOSE;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a challenge is answered, from the server's capture, and from as little of the client's as possible. */
class ChallengesAnsweredTest {
    private static final Trace IGNORED = trace().frames(CLIENT, ACK)
            .pathChallenge(SERVER, "aa")
            .keyPhase(CLIENT, 0)
            .build();

    @Test
    void aResponseThatTheNetworkLostIsAnAnswer() {
        var atClient = trace().pathChallenge(SERVER, "aa").pathResponse(CLIENT, "aa");
        var atServer = trace().pathChallenge(SERVER, "aa");

        assertThat(examine(new Captures(atClient.build(), atServer.build(), Depth.FULL)))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void theClientsCaptureIsNotDissectedIfTheServerGotEverythingThatTheClientSent() {
        assertThat(examine(headers(IGNORED, IGNORED)))
                .isInstanceOfSatisfying(
                        CheckResult.Failed.class,
                        it -> assertThat(it.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.seen())
                                                .startsWith(
                                                        "the client did not answer the PATH_CHALLENGE of 1-RTT (PATH_CHALLENGE)")));
    }

    @Test
    void aChallengeThatTheNetworkLostNeedsNoAnswerAndNoDissection() {
        var atClient = IGNORED.only(it -> it.from() == CLIENT);

        assertThat(examine(headers(atClient, IGNORED))).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void aChallengeThatCameAfterTheCloseNeedsNoAnswerAndNoDissection() {
        var closedAfter = trace().pathChallenge(SERVER, "aa")
                .frames(CLIENT, CONNECTION_CLOSE)
                .build();
        var reversed = new ArrayList<>(closedAfter.packets());
        Collections.reverse(reversed);
        var closedBefore = new Trace(closedAfter.file(), reversed, true);

        assertThat(examine(headers(closedAfter, closedAfter))).isInstanceOf(CheckResult.Failed.class);
        assertThat(examine(headers(closedBefore, closedAfter))).isInstanceOf(CheckResult.Passed.class);
    }

    private static CheckResult examine(Evidence evidence) {
        return Checks.pathResponses().examine(evidence);
    }

    /** Evidence whose server's capture is dissected, and whose client's must not be. */
    private static Evidence headers(Trace client, Trace server) {
        var packets =
                client.packets().stream().map(ChallengesAnsweredTest::sealed).toList();
        return new Captures(new Trace(client.file(), packets, true), server, Depth.HEADERS);
    }

    private static Packet sealed(Packet it) {
        return new Packet(
                it.datagram(),
                it.type(),
                it.version(),
                "",
                it.scid(),
                it.token(),
                it.length(),
                it.protectedLength(),
                Optional.empty());
    }

    /** @param most the greatest depth to which the client's capture is read */
    private record Captures(Trace client, Trace server, Depth most) implements Evidence {
        @Override
        public Recording recording() {
            return RecordingBuilder.recording(Path.of("nowhere")).build();
        }

        @Override
        public Trace trace(Side side, Depth depth) {
            if (side == SERVER) {
                return server;
            }
            assertThat(depth).isLessThanOrEqualTo(most);
            return client;
        }
    }
}
