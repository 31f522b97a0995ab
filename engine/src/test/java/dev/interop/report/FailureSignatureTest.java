package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureSignatureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            packet 3 has no token                         | packet 17 has no token
            failed to dial server4:443/breeze-zephyr-oak  | failed to dial server4:443/mango-nimbus-reef
            error 0x1a at 0.012 s                         | error 0x3 at 1.5 s
            1 missing: amber-anchor-apple                 | 1 missing: coral-crane-delta
            3 missing: oak-ivy-fox, a-b-c, d-e-f, …       | 2 missing: arbor-ash-elm, fox-fern-oak
            connection 00a1b2c3d4e5f607 was lost          | connection ffa1b2c3d4e5f607 was lost
            """)
    void numbersAndRandomNamesDoNotDistinguishFailures(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no packet                                     | no token
            no test case 'transfer-datagram-send'         | no test case 'transfer-datagram-receive'
            1 missing: amber-anchor-apple                 | 1 that nobody asked for: amber-anchor-apple
            """)
    void otherWordsDistinguishFailures(String one, String other) {
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    @Test
    void theRuleIsPartOfTheSignature() {
        assertThat(of("no packet")).isEqualTo("the rule · RFC 9000 §1: no packet");
    }

    @Test
    void numbersThatAllFailuresOfAGroupShareAreShown() {
        assertThat(shared("TLS alert 40 without 0-RTT"))
                .isEqualTo("the rule · RFC 9000 §1: TLS alert 40 without 0-RTT");
        assertThat(shared("TLS alert 40 without 0-RTT", "TLS alert 40 without 0-RTT"))
                .isEqualTo("the rule · RFC 9000 §1: TLS alert 40 without 0-RTT");
    }

    @Test
    void numbersAndNamesThatDifferInAGroupHaveOneExample() {
        assertThat(shared("TLS alert 40 in packet 3", "TLS alert 40 in packet 17"))
                .isEqualTo("the rule · RFC 9000 §1: TLS alert 40 in packet #, such as: TLS alert 40 in packet 3");
        assertThat(shared("3 missing: oak-ivy-fox, a-b-c, d-e-f", "2 missing: arbor-ash-elm, fox-fern-oak"))
                .isEqualTo("the rule · RFC 9000 §1: # missing: #, #, #,"
                        + " such as: 3 missing: oak-ivy-fox, a-b-c, d-e-f");
    }

    @Test
    void anUnsupportedTestCaseIsNoBrokenRule() {
        var finding = new Finding("The endpoint supports the test case", "", "that", "127", Location.none());
        var verdict = new Verdict(
                Outcome.UNSUPPORTED,
                new Reason(ReasonCode.CLIENT_UNSUPPORTED, "the client ended with exit code 127"),
                List.of(finding),
                List.of());

        assertThat(FailureSignature.shared(
                        List.of(cell("a", "b", "handshake").verdict(verdict).build())))
                .isEqualTo("the client ended with exit code 127");
    }

    private static String of(String seen) {
        return FailureSignature.of(failed(seen));
    }

    private static String shared(String... seen) {
        return FailureSignature.shared(
                Stream.of(seen).map(FailureSignatureTest::failed).toList());
    }

    private static CellResult failed(String seen) {
        var finding = new Finding("the rule", "RFC 9000 §1", "this", seen, Location.none());
        return cell("a", "b", "handshake").failed(finding).build();
    }
}
