package dev.interop.webtransport;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.StoredRecordings;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Location;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PyWebTransport's client leaves aioquic's server before it has the client's Finished, so that no keylog has the client's secret. */
class LeftInTheHandshakeTest {
    private static final String NAME = "webtransport-left-in-the-handshake";

    @Test
    void theServersDraftExplainsIt() {
        var verdict = StoredRecordings.verdict(NAME);

        assertThat(verdict)
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client closed the connection with APPLICATION_ERROR (0xc) in the handshake")
                .because(
                        "the server announces WebTransport by SETTINGS_ENABLE_WEBTRANSPORT (0x2b603742, drafts 2 to 6)")
                .atPacket("sim/trace_node_left.pcap", 8);
        assertThat(verdict.atFault()).hasValue(AtFault.NEITHER);
    }

    @Test
    void aCheckOfTheClientIsUndecidedAndOneOfTheServerIsNot() {
        var ofClient = judged(new SentNothing(Side.CLIENT));

        assertThat(ofClient.checks().get(0).result())
                .isInstanceOfSatisfying(
                        CheckResult.Undecided.class,
                        it -> assertThat(it.reason().text())
                                .contains(
                                        "frame 8 was not read: no keylog has the secret of the client's 1-RTT packets"));
        assertThat(judged(new SentNothing(Side.SERVER)).checks().get(0).result())
                .isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void aCheckOfTheHandshakeIsDecidedThoughThe1RttPacketsWereLookedAtBefore() {
        var checks =
                judged(new SentNothing(Side.CLIENT), new LooksAtHandshake()).checks();

        assertThat(checks.get(1).result()).isInstanceOf(CheckResult.Passed.class);
    }

    private static Verdict judged(Check... checks) {
        var recording = StoredRecordings.recording(NAME);
        return new Judge(StoredRecordings.stored(recording.folder())).judge(recording, List.of(checks));
    }

    /** A check that a side sent no 1-RTT packet with contents. */
    private record SentNothing(Side by) implements Check {
        @Override
        public String rule() {
            return "The " + by.label() + " sends nothing";
        }

        @Override
        public String section() {
            return "§1";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            var trace = evidence.trace(Side.CLIENT, Depth.PARAMETERS);
            boolean any = trace.packets().stream()
                    .filter(it -> it.from() == by)
                    .flatMap(it -> it.contents().stream())
                    .anyMatch(it -> !it.streams().data().isEmpty());
            return (any ? failed("nothing", "something", Location.none()) : new CheckResult.Passed()).restingOn(by);
        }
    }

    private record LooksAtHandshake() implements Check {
        @Override
        public String rule() {
            return "Both sides make a handshake";
        }

        @Override
        public String section() {
            return "§2";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            evidence.trace(Side.CLIENT, Depth.HANDSHAKE);
            return new CheckResult.Passed();
        }
    }
}
