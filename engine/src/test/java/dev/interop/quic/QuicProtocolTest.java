package dev.interop.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.trace.Side;
import java.util.ServiceLoader;
import java.util.Set;
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
        "http3,        3,   http3,      3,    527360",
        "blackhole,    B,   transfer,   1,    10485760",
        "amplificationlimit,  A,  transfer,     1,  5120",
        "handshakeloss,       L1, multiconnect, 50, 51200",
        "transferloss,        L2, transfer,     1,  2097152",
        "handshakecorruption, C1, multiconnect, 50, 51200",
        "transfercorruption,  C2, transfer,     1,  2097152",
        "ipv6,         6,   transfer,   2,    15360",
        "v2,           V2,  v2,         1,    1024",
        "versionnegotiation, V, versionnegotiation, 0, 0"
    })
    void eachTestCaseHasTheFilesAndNamesOfItsSpecification(
            String name, String letter, String testcase, int files, long bytes) {
        var test = quic.testCase(name).orElseThrow();

        assertThat(test.letter()).isEqualTo(letter);
        assertThat(test.clientTestcase()).isEqualTo(testcase);
        assertThat(test.serverTestcase()).isEqualTo(testcase);
        assertThat(test.files()).hasSize(files);
        assertThat(test.files().stream().mapToLong(TestFile::size).sum()).isEqualTo(bytes);
    }

    @Test
    void onlyTheTestCasesWithFiftyConnectionsMayTakeFiveMinutes() {
        assertThat(quic.testCases())
                .filteredOn(it -> it.measure().isEmpty())
                .allSatisfy(it ->
                        assertThat(it.limit()).hasSeconds(it.clientTestcase().equals("multiconnect") ? 300 : 60));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        blackhole           | blackhole --delay=15ms --bandwidth=10Mbps --queue=25 --on=5s --off=2s
        amplificationlimit  | droplist --delay=15ms --bandwidth=10Mbps --queue=25 --drops_to_server=2,3,4,5,6,7
        handshakeloss       | drop-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_server=30 --rate_to_client=30 --burst_to_server=3 --burst_to_client=3
        transferloss        | drop-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_server=2 --rate_to_client=2 --burst_to_server=3 --burst_to_client=3
        handshakecorruption | corrupt-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_server=30 --rate_to_client=30 --burst_to_server=3 --burst_to_client=3
        transfercorruption  | corrupt-rate --delay=15ms --bandwidth=10Mbps --queue=25 --rate_to_server=2 --rate_to_client=2 --burst_to_server=3 --burst_to_client=3
        rebind-port         | rebind --delay=15ms --bandwidth=10Mbps --queue=25 --first-rebind=1s --rebind-freq=5s
        rebind-addr         | rebind --delay=15ms --bandwidth=10Mbps --queue=25 --first-rebind=1s --rebind-freq=5s --rebind-addr
        """)
    void aTestCaseAboutTheNetworkHasItsScenario(String name, String scenario) {
        assertThat(quic.testCase(name).orElseThrow().scenario()).hasValue(scenario);
    }

    @Test
    void theAmplificationLimitNeedsALargeCertificateChainAndIpv6ItsOwnName() {
        assertThat(quic.testCase("amplificationlimit").orElseThrow().certificate())
                .isEqualTo(new CertificateChain(9, true));
        assertThat(quic.testCase("ipv6").orElseThrow().authority()).isEqualTo("server6:443");
    }

    @Test
    void testCasesThatTakeLongOrThatFewImplementationsHaveDoNotRunByDefault() {
        assertThat(quic.testCases())
                .filteredOn(it -> !it.runsByDefault())
                .extracting(TestCase::name)
                .contains("blackhole", "handshakeloss", "handshakecorruption", "v2", "versionnegotiation")
                .doesNotContain("handshake", "ipv6", "transferloss");
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
    void everyTestCaseWithAHandshakeChecksTheApplicationProtocol() {
        assertThat(quic.testCase("http3").orElseThrow().checks()).contains(Checks.alpn("h3"));
        assertThat(quic.testCases())
                .filteredOn(it -> !Set.of("http3", "versionnegotiation").contains(it.name()))
                .allSatisfy(it -> assertThat(it.checks())
                        .containsAnyOf(Checks.alpn("hq-interop"), Checks.alpn("hq-interop", Side.CLIENT)));
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
