package dev.interop.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuicProtocolTest {
    private final Protocol quic = new QuicProtocol();

    @Test
    void theQuicProtocolIsFoundAsAService() {
        assertThat(ServiceLoader.load(Protocol.class).stream().map(ServiceLoader.Provider::type))
                .contains(QuicProtocol.class);
    }

    @ParameterizedTest
    @CsvSource({
        "handshake,    H,   handshake,  1,    1024",
        "ecn,          E,   ecn,        1,    102400",
        "transfer,     DC,  transfer,   3,    10485760",
        "longrtt,      LR,  handshake,  1,    1024",
        "chacha20,     C20, chacha20,   1,    3145728",
        "multiplexing, M,   transfer,   1999, 63968",
        "retry,        S,   retry,      1,    10240",
        "resumption,   R,   resumption, 2,    15360",
        "zerortt,      Z,   zerortt,    40,   1280",
        "http3,        3,   http3,      3,    527360"
    })
    void eachTestCaseHasTheFilesAndNamesOfItsSpecification(
            String name, String letter, String testcase, int files, long bytes) {
        var test = quic.testCase(name).orElseThrow();

        assertThat(test.letter()).isEqualTo(letter);
        assertThat(test.clientTestcase()).isEqualTo(testcase);
        assertThat(test.serverTestcase()).isEqualTo(testcase);
        assertThat(test.files()).hasSize(files);
        assertThat(test.files().stream().mapToLong(TestFile::size).sum()).isEqualTo(bytes);
        assertThat(test.limit()).hasSeconds(60);
    }

    /** The public runner's names for both sides, and where the network changes or the client moves. */
    @ParameterizedTest
    @CsvSource({
        "keyupdate,           U,  keyupdate, transfer,            3145728,  simple-p2p, server4:443",
        "rebind-port,         BP, transfer,  transfer,            10485760, rebind,     server4:443",
        "rebind-addr,         BA, transfer,  transfer,            10485760, rebind,     server4:443",
        "connectionmigration, CM, transfer,  connectionmigration, 2097152,  simple-p2p, server46:443"
    })
    void aTestCaseMayTellBothSidesDifferentNames(
            String name, String letter, String client, String server, long bytes, String scenario, String authority) {
        var test = quic.testCase(name).orElseThrow();

        assertThat(test.letter()).isEqualTo(letter);
        assertThat(test.clientTestcase()).isEqualTo(client);
        assertThat(test.serverTestcase()).isEqualTo(server);
        assertThat(test.files()).extracting(TestFile::size).containsExactly(bytes);
        assertThat(test.scenario().orElseThrow()).startsWith(scenario + " --delay=15ms");
        assertThat(test.authority()).isEqualTo(authority);
    }

    @Test
    void everyTestCaseThatLooksIntoPacketsChecksTheApplicationProtocol() {
        assertThat(quic.testCase("http3").orElseThrow().checks()).contains(Checks.alpn("h3"));
        assertThat(quic.testCase("transfer").orElseThrow().checks()).contains(Checks.alpn("hq-interop"));
    }

    @Test
    void everyCheckHasARuleAndASection() {
        assertThat(quic.testCases()).flatExtracting(TestCase::checks).allSatisfy(it -> {
            assertThat(it.rule()).isNotBlank();
            assertThat(it.section()).isNotBlank();
        });
    }

    @Test
    void onlyLongrttHasALongDelay() {
        assertThat(quic.testCase("longrtt").orElseThrow().scenario())
                .hasValue("simple-p2p --delay=750ms --bandwidth=10Mbps --queue=25");
        assertThat(quic.testCase("retry").orElseThrow().scenario())
                .hasValue("simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25");
    }

    @Test
    void theFileNamesOfZerorttAreLongEnoughToShowWhichPacketsCarryTheRequests() {
        assertThat(quic.testCase("zerortt").orElseThrow().files())
                .allSatisfy(it -> assertThat(it.nameLength()).isEqualTo(250));
    }
}
