package dev.interop.quic;

import static dev.interop.testing.StoredRecordings.verdict;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.StoredRecordings;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges recordings of real cells, of correct endpoints and of endpoints that are faulty on purpose. */
class StoredVerdictsTest {
    private static final String LEFT = "sim/trace_node_left.pcap";
    private static final String RIGHT = "sim/trace_node_right.pcap";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handshake",
                "transfer",
                "longrtt",
                "chacha20",
                "multiplexing",
                "retry",
                "retry-twice",
                "retry-new-hello",
                "resumption",
                "zerortt",
                "http3"
            })
    void aCellOfCorrectEndpointsSucceeds(String name) {
        assertThat(verdict(name)).succeeded();
    }

    @Test
    void anAlteredFileFails() {
        assertThat(verdict("altered-file"))
                .failed()
                .against("The client downloads exactly the requested files, unaltered")
                .because("other content from byte 1500 on");
    }

    @Test
    void aFileThatWasNotRequestedFails() {
        assertThat(verdict("extra-file")).failed().because("1 that nobody asked for: unasked");
    }

    @Test
    void aClientThatEndsWithExitCode0ButLacksAFileFails() {
        assertThat(verdict("lying-client")).failed().because("1 missing");
    }

    @Test
    void aRetryWhereNoneIsAllowedFails() {
        assertThat(verdict("retry-unasked"))
                .failed()
                .against("The server sends no Retry packet")
                .because("the server sent a Retry")
                .atPacket(RIGHT, 3);
    }

    @Test
    void aVerdictHasThePacketsAroundTheOneInItsFirstFinding() {
        var around = verdict("retry-unasked").around();

        assertThat(around).extracting(it -> it.number()).contains(2L, 3L, 4L).isSorted();
        assertThat(around)
                .filteredOn(it -> it.number() == 3)
                .singleElement()
                .satisfies(it -> assertThat(it.packets()).containsExactly("Retry"));
        assertThat(verdict("handshake").around()).isEmpty();
        assertThat(verdict("altered-file").around()).isEmpty();
    }

    @Test
    void aMissingRetryFailsAtTheServersFirstPacket() {
        assertThat(verdict("retry-omitted"))
                .failed()
                .because("the server sent no Retry packet")
                .atPacket(LEFT, 9);
    }

    @Test
    void aPacketNumberThatRestartsAfterARetryFails() {
        assertThat(verdict("packet-number-reset"))
                .failed()
                .because("the client went on with packet number 0")
                .atPacket(LEFT, 18);
    }

    @Test
    void aSecondHandshakeFailsAtItsFirstPacket() {
        assertThat(verdict("second-handshake"))
                .failed()
                .against("The server makes exactly 1 handshake")
                .because("the server made 2 handshakes")
                .atPacket(RIGHT, 14);
    }

    @Test
    void anotherQuicVersionFails() {
        assertThat(verdict("wrong-version"))
                .failed()
                .because("the server sent version 0x6b3343cf")
                .atPacket(RIGHT, 3);
    }

    @Test
    void aClientThatOffersTwoCipherSuitesFails() {
        assertThat(verdict("two-ciphers"))
                .failed()
                .against("The client offers exactly one cipher suite, TLS_CHACHA20_POLY1305_SHA256")
                .because("2 cipher suites: TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256")
                .atPacket(LEFT, 14);
    }

    @Test
    void aResumptionWithAFullHandshakeFails() {
        assertThat(verdict("full-resumption"))
                .failed()
                .because("a Certificate in the second handshake")
                .atPacket(RIGHT, 22);
    }

    @Test
    void aClientThatSendsNo0RttDataFailsAtTheStartOfItsSecondConnection() {
        var verdict = verdict("no-zerortt");

        assertThat(verdict).failed().because("the client sent no 0-RTT packet").atPacket(LEFT, 24);
        assertThat(verdict.findings())
                .extracting(it -> it.seen())
                .contains("13130 bytes in the client's 1-RTT packets");
    }

    @Test
    void aClientsTracebackIsQuotedInTheReason() {
        assertThat(verdict("crashed-client"))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 1: RuntimeError: a deliberate crash")
                .atLine("client/stderr.log", 22);
    }

    @Test
    void aCellWithoutAnyPacketFailsAtItsTimeLimitAndHasItsChecks() {
        var verdict = verdict("hanging-server");

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT).because("the client still ran");
        assertThat(verdict.checks()).hasSize(5);
    }

    @Test
    void anUnsupportedTestCaseAMissingBinaryAndAMissingKeylogHaveDifferentReasons() {
        assertThat(verdict("unsupported-by-client"))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED)
                .because("unsupported: quic-go as client has no test case 'bogus'")
                .atLine("client/stderr.log", 1);
        assertThat(verdict("unsupported-by-server"))
                .unsupported(ReasonCode.SERVER_UNSUPPORTED)
                .atLine("server/stderr.log", 1);
        assertThat(verdict("missing-binary"))
                .error(ReasonCode.BINARY_MISSING)
                .because("an-endpoint-that-was-never-installed: not found")
                .atLine("client/stderr.log", 1);
        assertThat(verdict("no-keylog")).undecided(ReasonCode.NO_KEYLOG);
    }

    @Test
    void everyStoredRecordingGetsTheSameVerdictAgain() {
        for (var name : StoredRecordings.names()) {
            Verdict first = verdict(name);
            assertThat((Object) verdict(name)).as(name).isEqualTo(first);
        }
    }
}
