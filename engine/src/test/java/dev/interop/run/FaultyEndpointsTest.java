package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.Finding;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Endpoints that break one rule each, against a correct one, in complete runs from a registry to verdicts. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
class FaultyEndpointsTest {
    private static final String FILES = "The client downloads exactly the requested files, unaltered";
    private static final String RETRY =
            "The client follows the server's Retry with its token and does not reset the packet number";
    private static final String LEFT = "sim/trace_node_left.pcap";
    private static final String RIGHT = "sim/trace_node_right.pcap";

    private static final long LOG_LIMIT = RealMatrix.LOG_MIB << 20;

    private static RealMatrix matrix;

    @BeforeAll
    @Timeout(600)
    static void run(@TempDir Path folder) {
        matrix = new RealMatrix(folder)
                .with("good", "localhost/interop/quic-go:local")
                .with("aioquic", "localhost/interop/aioquic:local")
                .withFaults("altered-file", "retry-unasked", "retry-omitted", "second-handshake")
                .withFaults("lies", "two-ciphers", "full-resumption", "no-0rtt", "retry-pn-reset", "crash")
                .withFaults("extra-file", "symlink", "no-keylog", "unsupported", "silent", "hang", "flood-logs")
                .withFaults("flood-network", "late-127", "no-key-update", "no-ecn")
                .withFaults("ecn-without-counts", "no-path-challenge", "no-path-response", "old-dcid")
                .with("moving", "localhost/interop/aioquic:local")
                .withFaults("one-connection", "ipv4", "ipv4-first", "amplifies", "small-chain")
                .withFaults("one-hello", "many-streams", "no-migration", "marks-congestion")
                .withFaults("little-0rtt", "first-address")
                .cells("altered-file_good/transfer", "retry-unasked_good/handshake", "retry-omitted_good/retry")
                .cells("good_second-handshake/handshake")
                .cells("good_lies/handshake", "good_two-ciphers/chacha20", "good_full-resumption/resumption")
                .cells("good_no-0rtt/zerortt", "good_retry-pn-reset/retry", "good_crash/handshake")
                .cells("good_extra-file/handshake", "good_symlink/handshake", "no-keylog_no-keylog/resumption")
                .cells("good_unsupported/handshake", "unsupported_good/handshake", "good_good/handshake")
                .cells("silent_good/handshake", "good_hang/handshake", "flood-logs_flood-logs/handshake")
                .cells("good_flood-network/zerortt", "good_late-127/handshake")
                .cells("good_good/keyupdate", "no-key-update_no-key-update/keyupdate", "good_good/ecn")
                .cells("good_no-ecn/ecn", "good_ecn-without-counts/ecn", "good_good/rebind-addr")
                .cells("first-address_good/rebind-addr")
                .cells("no-path-challenge_good/rebind-port", "no-path-response_no-path-response/connectionmigration")
                .cells("moving_moving/connectionmigration", "old-dcid_old-dcid/connectionmigration")
                .cells("moving_ipv4-first/connectionmigration")
                .cells("no-keylog_no-keylog/connectionmigration")
                .cells("good_one-connection/handshakecorruption", "good_ipv4/ipv6", "good_good/ipv6")
                .cells("amplifies_aioquic/amplificationlimit", "small-chain_good/amplificationlimit")
                .cells("good_good/amplificationlimit")
                .cells("good_one-hello/longrtt")
                .cells("many-streams_good/multiplexing")
                .cells("moving_no-migration/connectionmigration", "good_marks-congestion/ecn")
                .cells("no-ecn_good/ecn", "good_little-0rtt/zerortt")
                .run(false);
    }

    @Test
    void peersThatBreakNoRulePass() {
        cell("good_good/handshake").succeeded();
        cell("good_good/keyupdate").succeeded();
        cell("good_good/ecn").succeeded();
        cell("good_good/rebind-addr").succeeded();
        cell("moving_moving/connectionmigration").succeeded();
    }

    @Test
    void aClientMovesFromIpv4ToIpv6ToPassAndFailsIfItStays() {
        cell("moving_ipv4-first/connectionmigration").succeeded();
        cell("moving_no-migration/connectionmigration")
                .failed()
                .against("The server sends on more than one path")
                .because("the server sent only to");
    }

    @Test
    void aConnectionThatKeepsItsKeysFails() {
        cell("no-key-update_no-key-update/keyupdate")
                .failed()
                .against("The client sends 1-RTT packets with key phase 1")
                .because("1-RTT packets of the client have key phase 0")
                .atSomePacket(RIGHT);
        assertThat(rules("no-key-update_no-key-update/keyupdate"))
                .contains("The server sends 1-RTT packets with key phase 1");
    }

    @Test
    void packetsWithoutEcnMarksOrWithThatOfCongestionFail() {
        var rule = "The client marks datagrams with ECT(0) or ECT(1), and none with CE";
        cell("good_no-ecn/ecn")
                .failed()
                .against(rule)
                .because("packets was in a marked datagram")
                .atSomePacket(LEFT);
        cell("good_marks-congestion/ecn").failed().against(rule).because("the client sent a datagram with CE");
    }

    @Test
    void aServerThatNeitherMarksNorCountsFails() {
        cell("no-ecn_good/ecn").failed();
        assertThat(rules("no-ecn_good/ecn"))
                .contains(
                        "The server marks datagrams with ECT(0) or ECT(1), and none with CE",
                        "The server sends ACK frames with ECN counts");
    }

    @Test
    void acknowledgementsWithoutEcnCountsFail() {
        cell("good_ecn-without-counts/ecn")
                .failed()
                .against("The client sends ACK frames with ECN counts")
                .because("the client's ACK frames have no ECN counts")
                .atSomePacket(RIGHT);
    }

    @Test
    void aNewPathThatTheServerDoesNotChallengeFails() {
        cell("no-path-challenge_good/rebind-port")
                .failed()
                .against("The server's first packet on a new path has a PATH_CHALLENGE")
                .because("it is 1-RTT")
                .atSomePacket(RIGHT);
    }

    @Test
    void aServerThatStaysWithTheFirstAddressOfTheClientFails() {
        cell("first-address_good/rebind-addr").failed(ReasonCode.CLIENT_FAILED);
        assertThat(rules("first-address_good/rebind-addr"))
                .contains(
                        "The server sends on more than one path",
                        "The server sends to more than one address of the client");
    }

    @Test
    void aPathChallengeThatTheClientDoesNotAnswerFails() {
        cell("no-path-response_no-path-response/connectionmigration")
                .failed()
                .against("The client answers each PATH_CHALLENGE with a PATH_RESPONSE")
                .because("the client did not answer the PATH_CHALLENGE")
                .atSomePacket(RIGHT);
    }

    @Test
    void anOldConnectionIdOnANewPathFails() {
        cell("old-dcid_old-dcid/connectionmigration")
                .failed()
                .against("The client's first packet on a new path uses a new destination connection ID")
                .because("on the old path did")
                .atSomePacket(RIGHT);
    }

    @Test
    void anAlteredFileFails() {
        cell("altered-file_good/transfer")
                .failed()
                .against(FILES)
                .because("other content from byte")
                .inFile("recording.json");
    }

    @Test
    void aClientThatLiesWithExitCode0Fails() {
        cell("good_lies/handshake").failed().against(FILES).because("1 missing").inFile("recording.json");
    }

    @Test
    void aFileThatWasNotRequestedFails() {
        cell("good_extra-file/handshake").failed().against(FILES).because("nobody asked for: unasked");
    }

    @Test
    void aDownloadThatIsALinkToAnotherFileFails() {
        cell("good_symlink/handshake").failed().against(FILES).because("a symbolic link");
    }

    @Test
    void aForbiddenRetryFails() {
        cell("retry-unasked_good/handshake")
                .failed()
                .against("The server sends no Retry packet")
                .because("the server sent a Retry")
                .atSomePacket(RIGHT);
    }

    @Test
    void aMissingRetryFails() {
        cell("retry-omitted_good/retry")
                .failed()
                .against(RETRY)
                .because("the server sent no Retry packet")
                .atSomePacket(LEFT);
    }

    @Test
    void packetNumbersThatRestartAfterARetryFail() {
        cell("good_retry-pn-reset/retry")
                .failed()
                .against(RETRY)
                .because("the client went on with packet number 0")
                .atSomePacket(LEFT);
    }

    @Test
    void aSecondHandshakeFails() {
        cell("good_second-handshake/handshake")
                .failed()
                .against("The server makes exactly 1 handshake")
                .because("the server made 2 handshakes")
                .atSomePacket(RIGHT);
    }

    @Test
    void aSecondCipherSuiteFails() {
        cell("good_two-ciphers/chacha20")
                .failed()
                .against("The client offers exactly one cipher suite, TLS_CHACHA20_POLY1305_SHA256")
                .because("TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256")
                .atSomePacket(LEFT);
    }

    @Test
    void aClientHelloThatIsSentOnlyOnceFailsOverALongRoundTrip() {
        cell("good_one-hello/longrtt")
                .failed()
                .against("The client sends at least 2 ClientHellos")
                .because("the client sent 1")
                .atSomePacket(LEFT);
    }

    @Test
    void moreThanAThousandStreamsAtFirstFail() {
        cell("many-streams_good/multiplexing")
                .failed()
                .against("The server allows at most 1000 bidirectional streams at first")
                .because("the server allowed 2000 streams")
                .atSomePacket(LEFT);
    }

    @Test
    void aResumptionWithAFullHandshakeFails() {
        cell("good_full-resumption/resumption")
                .failed()
                .against("The server sends its certificate in the first handshake and not in the second, resumed one")
                .because("a Certificate in the second handshake")
                .atSomePacket(RIGHT);
    }

    @Test
    void unusedZeroRttFails() {
        cell("good_no-0rtt/zerortt")
                .failed()
                .against("The client sends 0-RTT data")
                .because("the client sent no 0-RTT packet")
                .atSomePacket(LEFT);
    }

    @Test
    void requestsAfterTheHandshakeFailIfTheFirstWasEarly() {
        cell("good_little-0rtt/zerortt")
                .failed()
                .against("The client sends at most 5000 bytes in 1-RTT packets: its requests go as 0-RTT data");
    }

    @Test
    void oneConnectionForFiftyFilesFails() {
        cell("good_one-connection/handshakecorruption")
                .failed()
                .against("The server makes exactly 50 handshakes")
                .because("the server made 1 handshake")
                .atSomePacket(RIGHT);
    }

    @Test
    void ipv4WhereIpv6IsAskedForFails() {
        cell("good_good/ipv6").succeeded();
        cell("good_ipv4/ipv6")
                .failed()
                .against("All QUIC packets go over IPv6")
                .because("the client sent a packet from 193.167.")
                .atSomePacket(LEFT);
    }

    @Test
    void aServerThatSendsTooMuchBeforeTheClientsAddressIsValidatedFails() {
        cell("good_good/amplificationlimit").succeeded();
        cell("amplifies_aioquic/amplificationlimit")
                .failed()
                .against("Before the client's address is validated, the server sends at most 3 times the bytes that "
                        + "came to it")
                .atSomePacket(RIGHT);
    }

    @Test
    void aServerThatPresentsOnlyItsOwnCertificateFails() {
        cell("small-chain_good/amplificationlimit")
                .failed()
                .against("The server sends at least 7500 bytes of CRYPTO data in Handshake packets: its whole chain")
                .atSomePacket(RIGHT);
    }

    @Test
    void aCrashFails() {
        cell("good_crash/handshake")
                .failed(ReasonCode.CLIENT_FAILED)
                .because("exit code 1: RuntimeError: a deliberate crash")
                .inFile("client/stderr.log");
    }

    @Test
    void checksThatNeedKeysAreUndecidedWithoutAKeylog() {
        cell("no-keylog_no-keylog/resumption").undecided(ReasonCode.NO_KEYLOG);
        cell("no-keylog_no-keylog/connectionmigration").undecided(ReasonCode.NO_KEYLOG);
    }

    @Test
    void exitCode127OfAClientIsUnsupported() {
        cell("good_unsupported/handshake")
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED)
                .because("unsupported: aioquic as client has no test case")
                .inFile("client/stderr.log");
    }

    @Test
    void exitCode127OfAServerIsUnsupported() {
        cell("unsupported_good/handshake")
                .unsupported(ReasonCode.SERVER_UNSUPPORTED)
                .because("unsupported: aioquic as server has no test case")
                .inFile("server/stderr.log");
    }

    @Test
    void aServerThatNeverAnswersFails() {
        cell("silent_good/handshake").failed(ReasonCode.SERVER_SILENT).because("server:443 did not answer within 25 s");
    }

    @Test
    void aClientThatNeverEndsFails() {
        cell("good_hang/handshake").failed(ReasonCode.TIME_LIMIT);
    }

    @Test
    void noFloodHidesWhatAClientDidBefore() {
        cell("good_flood-network/zerortt").failed().because("the client sent no 0-RTT packet");
    }

    @Test
    void exitCode127AfterTheWorkFails() {
        cell("good_late-127/handshake")
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 127 after it had downloaded 1 file");
    }

    @Test
    void endlessOutputIsCut() {
        cell("flood-logs_flood-logs/handshake").succeeded();
        for (var part : List.of("client", "server")) {
            assertThat(matrix.logs("flood-logs_flood-logs/handshake")
                            .resolve(part + "/stdout.log")
                            .toFile()
                            .length())
                    .isBetween(LOG_LIMIT, LOG_LIMIT + 200);
        }
    }

    private static List<String> rules(String name) {
        return matrix.verdict(name).findings().stream().map(Finding::rule).toList();
    }

    private static VerdictAssert cell(String name) {
        return assertThat(matrix.verdict(name));
    }
}
