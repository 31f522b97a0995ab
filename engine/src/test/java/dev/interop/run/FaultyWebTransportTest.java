package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebTransport's test cases with a real implementation, unchanged and modified to break one rule. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
class FaultyWebTransportTest {
    private static RealMatrix matrix;

    @BeforeAll
    @Timeout(600)
    static void run(@TempDir Path folder) {
        matrix = new RealMatrix("webtransport", folder)
                .with("good", "localhost/interop/webtransport-go:local")
                .withFaultsOf("localhost/interop/faulty-webtransport:local", "altered-file", "extra-file", "lies")
                .withFaultsOf("localhost/interop/faulty-webtransport:local", "other-protocol", "protocol-unsaid")
                .withFaultsOf("localhost/interop/faulty-webtransport:local", "missing-file", "wrong-endpoint")
                .withFaultsOf("localhost/interop/faulty-webtransport:local", "protocol-linked", "protocol-empty")
                .withFaultsOf("localhost/interop/faulty-webtransport:local", "protocol-as-line", "second-handshake")
                .with("aioquic", "localhost/interop/aioquic:local")
                .withFaults("lost-datagram", "session-left-open")
                .cells("session-left-open_aioquic/transfer-bidirectional-send")
                .cells("lost-datagram_aioquic/transfer-datagram-receive")
                .cells("aioquic_lost-datagram/transfer-datagram-send")
                .cells("good_good/handshake")
                .cells("good_good/transfer-unidirectional-receive", "good_good/transfer-unidirectional-send")
                .cells("good_good/transfer-bidirectional-receive", "good_good/transfer-bidirectional-send")
                .cells("good_good/transfer-datagram-receive", "good_good/transfer-datagram-send")
                .cells("good_altered-file/transfer-unidirectional-receive")
                .cells("altered-file_good/transfer-bidirectional-send")
                .cells("good_extra-file/transfer-bidirectional-receive", "good_lies/transfer-unidirectional-send")
                .cells("good_other-protocol/handshake", "good_second-handshake/handshake")
                .cells("good_protocol-unsaid/handshake", "good_protocol-as-line/handshake")
                .cells("protocol-linked_good/handshake", "protocol-empty_protocol-empty/handshake")
                .cells("good_missing-file/transfer-unidirectional-receive")
                .cells("wrong-endpoint_good/transfer-bidirectional-send", "good_altered-file/transfer-datagram-receive")
                .run(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handshake",
                "transfer-unidirectional-receive",
                "transfer-unidirectional-send",
                "transfer-bidirectional-receive",
                "transfer-bidirectional-send",
                "transfer-datagram-receive",
                "transfer-datagram-send"
            })
    void anEndpointThatBreaksNoRulePasses(String test) {
        cell("good_good/" + test).succeeded();
    }

    @Test
    void aFileThatTheClientAltersFails() {
        cell("good_altered-file/transfer-unidirectional-receive")
                .failed()
                .against("The client downloads exactly the requested files, unaltered")
                .because("other content from byte 0 on")
                .inFile("recording.json");
    }

    @Test
    void aFileThatTheServerAltersFails() {
        cell("altered-file_good/transfer-bidirectional-send")
                .failed()
                .against("The server downloads exactly the requested files, unaltered")
                .because("other content from byte 0 on");
    }

    @Test
    void aDatagramThatTheClientAltersFails() {
        cell("good_altered-file/transfer-datagram-receive")
                .failed()
                .against("The client downloads exactly the requested files, unaltered")
                .because("other content from byte 0 on");
    }

    @Test
    void oneMissingFileFails() {
        cell("good_missing-file/transfer-unidirectional-receive").failed().because("1 missing");
    }

    /** The client waits for it until the server closes the session. */
    @Test
    void aDatagramThatNeverReachesTheClientFails() {
        var name = "lost-datagram_aioquic/transfer-datagram-receive";

        cell(name).failed(ReasonCode.CLIENT_FAILED).because("the session ended before all files were there");
        assertThat(findings(name))
                .extracting(Finding::seen)
                .anySatisfy(it -> assertThat(it).startsWith("1 missing: "));
    }

    @Test
    void aDatagramThatNeverReachesTheServerFails() {
        cell("aioquic_lost-datagram/transfer-datagram-send")
                .failed()
                .against("The server downloads exactly the requested files, unaltered")
                .because("1 missing: ");
    }

    /** The client, which serves, waits for an end that does not come. */
    @Test
    void aServerThatHasAllFilesAndEndsNeitherSessionNorConnectionFails() {
        var name = "session-left-open_aioquic/transfer-bidirectional-send";

        cell(name).failed(ReasonCode.CLIENT_FAILED).against("The client ends with exit code 0");
    }

    @Test
    void aFileInTheFolderOfAnotherEndpointFails() {
        cell("wrong-endpoint_good/transfer-bidirectional-send")
                .failed()
                .against("The server downloads exactly the requested files, unaltered")
                .because("1 missing");
        assertThat(findings("wrong-endpoint_good/transfer-bidirectional-send"))
                .extracting(Finding::seen)
                .anySatisfy(it -> assertThat(it).startsWith("1 that nobody asked for: elsewhere/"));
    }

    @Test
    void aFileThatWasNotRequestedFails() {
        cell("good_extra-file/transfer-bidirectional-receive")
                .failed()
                .because("1 that nobody asked for")
                .because("/unasked");
    }

    @Test
    void aClientThatLiesWithExitCode0Fails() {
        cell("good_lies/transfer-unidirectional-send")
                .failed()
                .against("The server downloads exactly the requested files, unaltered")
                .because("5 missing");
    }

    @Test
    void aProtocolWithALowerPreferenceFails() {
        cell("good_other-protocol/handshake")
                .failed()
                .against("The client writes down the protocol that both sides agree on")
                .because("which comes later in the client's list");
    }

    @Test
    void aProtocolThatIsNotWrittenToItsFileFails() {
        cell("good_protocol-unsaid/handshake")
                .failed()
                .against("The client writes down the protocol that both sides agree on")
                .because("no negotiated_protocol.txt in its /downloads");
    }

    @Test
    void twoEmptyFilesWithExitCode0Fail() {
        cell("protocol-empty_protocol-empty/handshake").failed().because("negotiated_protocol.txt is empty");
        assertThat(findings("protocol-empty_protocol-empty/handshake"))
                .extracting(Finding::rule)
                .containsExactly(
                        "The client writes down the protocol that both sides agree on",
                        "The server writes down the protocol that both sides agree on");
    }

    @Test
    void aProtocolThatIsWrittenToAnotherFileFails() {
        cell("protocol-linked_good/handshake")
                .failed()
                .against("The server writes down the protocol that both sides agree on")
                .because("negotiated_protocol.txt is not a regular file");
    }

    @Test
    void aLineEndAfterTheProtocolPasses() {
        cell("good_protocol-as-line/handshake").succeeded();
    }

    @Test
    void aSecondHandshakeFails() {
        cell("good_second-handshake/handshake").failed();
        assertThat(findings("good_second-handshake/handshake"))
                .extracting(Finding::rule, Finding::seen)
                .contains(tuple("The server makes exactly 1 handshake", "the server made 2 handshakes"));
    }

    private static List<Finding> findings(String name) {
        return matrix.verdict(name).findings();
    }

    private static VerdictAssert cell(String name) {
        return assertThat(matrix.verdict(name));
    }
}
