package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.RecordingStore;
import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.ReasonCode;
import dev.interop.webtransport.WebTransportProtocol;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Browsers as clients of WebTransport, and pairs whose drafts do not match. */
@Tag("container")
@Tag("long")
class WebTransportPairsTest {
    private static final List<String> SERVERS = List.of("webtransport-go", "picoquic");
    private static final List<String> TESTS =
            new WebTransportProtocol().testCases().stream().map(TestCase::name).toList();

    private static RealMatrix matrix;

    @BeforeAll
    @Timeout(900)
    static void run(@TempDir Path folder) {
        matrix = new RealMatrix("webtransport", folder);
        for (var name : List.of("webtransport-go", "picoquic", "aioquic", "kwik", "chromium", "neqo")) {
            matrix.with(name, "localhost/interop/" + name + ":local");
        }
        for (var client : List.of("webtransport-go", "chromium")) {
            matrix.cells(cells(client).toArray(String[]::new));
        }
        matrix.cells("picoquic_neqo/handshake", "picoquic_neqo/transfer-datagram-send")
                .cells("aioquic_webtransport-go/handshake", "kwik_chromium/transfer-bidirectional-receive")
                .cells(
                        "webtransport-go_kwik/transfer-bidirectional-receive",
                        "kwik_aioquic/transfer-unidirectional-send")
                .run(false);
    }

    @ParameterizedTest
    @CsvSource({"webtransport-go", "chromium"})
    void allTestCasesSucceedWithTwoServers(String client) {
        assertThat(cells(client)).hasSize(14).allSatisfy(it -> cell(it).succeeded());
    }

    /** flupke alone has its peer wait after each kilobyte of a unidirectional stream. */
    @Test
    void aServerOnFlupkeFetchesInTime() {
        cell("kwik_aioquic/transfer-unidirectional-send").succeeded();
    }

    /** Left alone, it makes a connection ahead. */
    @Test
    void firefoxMakesOneConnection() {
        cell("picoquic_neqo/transfer-datagram-send").succeeded();
    }

    @Test
    void firefoxRefusesTheHandshake() {
        cell("picoquic_neqo/handshake").unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"chromium, Chromium", "neqo, Mozilla Firefox"})
    void theReleaseOfABrowserIsInTheRecording(String client, String name) {
        var recording = new RecordingStore().read(matrix.logs("picoquic_" + client + "/transfer-datagram-send"));

        assertThat(recording.containers().get(ContainerRole.CLIENT).release())
                .hasValueSatisfying(it -> assertThat(it).startsWith(name + " "));
    }

    @Test
    void aTransportParameterThatTheClientRequiresIsNamed() {
        cell("aioquic_webtransport-go/handshake")
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client requires reset_stream_at (transport parameter 0x17f7586d2cb571)")
                .because("the client closed the connection with WT_REQUIREMENTS_NOT_MET")
                .atSomePacket("sim/trace_node_left.pcap");
        assertThat(matrix.verdict("aioquic_webtransport-go/handshake").atFault())
                .hasValue(AtFault.NEITHER);
    }

    @Test
    void draftsThatDoNotMatchAreNamed() {
        cell("kwik_chromium/transfer-bidirectional-receive")
                .failed(ReasonCode.CLIENT_FAILED)
                .because(
                        "the client announces WebTransport by SETTINGS_ENABLE_WEBTRANSPORT (0x2b603742, drafts 2 to 6)")
                .because("the server by SETTINGS_WT_MAX_SESSIONS (0x14e9cd29, drafts 13 and 14)");
    }

    @Test
    void whatTheServerRequiresOfTheClientIsNamed() {
        cell("webtransport-go_kwik/transfer-bidirectional-receive")
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the server sends max_datagram_frame_size (transport parameter 0x20), the client does not send"
                        + " it");
        assertThat(matrix.verdict("webtransport-go_kwik/transfer-bidirectional-receive")
                        .atFault())
                .hasValue(AtFault.CLIENT);
    }

    private static Stream<String> cells(String client) {
        return SERVERS.stream().flatMap(server -> TESTS.stream().map(test -> server + "_" + client + "/" + test));
    }

    private static VerdictAssert cell(String name) {
        return assertThat(matrix.verdict(name));
    }
}
