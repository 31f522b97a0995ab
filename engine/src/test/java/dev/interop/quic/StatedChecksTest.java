package dev.interop.quic;

import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.ecnCounts;
import static dev.interop.quic.Checks.ecnMarks;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.keyUpdate;
import static dev.interop.quic.Checks.noRetry;
import static dev.interop.quic.Checks.pathChallenge;
import static dev.interop.quic.Checks.pathResponses;
import static dev.interop.quic.Checks.severalPaths;
import static dev.interop.quic.Checks.version;
import static dev.interop.quic.QuicTestCase.QUIC_V1;
import static dev.interop.quic.QuicTestCase.QUIC_V2;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interop.protocol.TestCase;
import dev.interop.verdict.Check;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test case has exactly the checks that its specification states, besides that of the application protocol. */
class StatedChecksTest {
    private static final List<TestCase> TEST_CASES = new QuicProtocol().testCases();

    static Stream<Arguments> stated() {
        return Stream.of(
                ofVersion1("handshake", handshakes(1), noRetry()),
                ofVersion1("transfer", handshakes(1)),
                ofVersion1("longrtt", handshakes(1), Checks.clientHellos(2)),
                ofVersion1("chacha20", handshakes(1), Checks.onlyCipherSuite(0x1303)),
                ofVersion1("multiplexing", handshakes(1), Checks.maxStreamsBidi(1000)),
                ofVersion1("keyupdate", handshakes(1), keyUpdate(CLIENT), keyUpdate(SERVER)),
                ofVersion1(
                        "ecn",
                        handshakes(1),
                        noRetry(),
                        ecnMarks(CLIENT),
                        ecnMarks(SERVER),
                        ecnCounts(CLIENT),
                        ecnCounts(SERVER)),
                ofVersion1("rebind-port", handshakes(1), severalPaths(), pathChallenge(), pathResponses()),
                ofVersion1(
                        "rebind-addr",
                        handshakes(1),
                        severalPaths(),
                        Checks.severalClientAddresses(),
                        pathChallenge(),
                        pathResponses()),
                ofVersion1(
                        "connectionmigration",
                        handshakes(1),
                        severalPaths(),
                        pathChallenge(),
                        pathResponses(),
                        Checks.newConnectionId()),
                ofVersion1("retry", handshakes(1), Checks.retry()),
                ofVersion1("resumption", handshakes(2), Checks.certificateOnlyOnce()),
                ofVersion1("zerortt", handshakes(2), Checks.zeroRtt(), Checks.oneRttFromClientAtMost(5000)),
                ofVersion1("http3", handshakes(1)),
                ofVersion1("blackhole", handshakes(1)),
                ofVersion1("amplificationlimit", handshakes(1), Checks.handshakeCrypto(7500), Checks.amplification()),
                ofVersion1("handshakeloss", handshakes(50)),
                ofVersion1("transferloss", handshakes(1)),
                ofVersion1("handshakecorruption", handshakes(50)),
                ofVersion1("transfercorruption", handshakes(1)),
                ofVersion1("ipv6", handshakes(1), Checks.onlyIpv6()),
                arguments(
                        "v2",
                        List.of(
                                downloadedFiles(),
                                Checks.initialVersion(CLIENT, QUIC_V1),
                                Checks.initialVersion(SERVER, QUIC_V2),
                                Checks.handshakeVersion(QUIC_V2))),
                arguments("versionnegotiation", List.of(Checks.versionNegotiation())),
                ofVersion1("goodput", handshakes(1)),
                ofVersion1("crosstraffic", handshakes(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stated")
    void aTestCaseHasTheStatedChecks(String name, List<Check> stated) {
        var test = TEST_CASES.stream().filter(it -> it.name().equals(name)).findFirst();

        assertThat(test.orElseThrow().checks())
                .filteredOn(it -> !(it instanceof ApplicationProtocol))
                .containsExactlyInAnyOrderElementsOf(stated);
    }

    @Test
    void theChecksOfEveryTestCaseAreStated() {
        assertThat(stated().map(it -> it.get()[0])).containsExactlyElementsOf(names(TEST_CASES.stream()));
    }

    @Test
    void theTestCasesThatLookIntoProtectedPacketsNeedKeys() {
        assertThat(names(TEST_CASES.stream().filter(it -> it.checks().stream().anyMatch(Check::needsKeys))))
                .containsExactlyInAnyOrder(
                        "multiplexing",
                        "resumption",
                        "keyupdate",
                        "ecn",
                        "amplificationlimit",
                        "rebind-port",
                        "rebind-addr",
                        "connectionmigration");
    }

    private static List<Object> names(Stream<TestCase> tests) {
        return tests.<Object>map(TestCase::name).toList();
    }

    /** The checks of files and version, and these. */
    private static Arguments ofVersion1(String name, Check... further) {
        return arguments(
                name,
                Stream.concat(Stream.of(downloadedFiles(), version(QUIC_V1)), Stream.of(further))
                        .toList());
    }
}
