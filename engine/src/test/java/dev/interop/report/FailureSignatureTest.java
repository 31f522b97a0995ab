package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
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

    private static String of(String seen) {
        var finding = new Finding("the rule", "RFC 9000 §1", "this", seen, Location.none());
        return FailureSignature.of(cell("a", "b", "handshake").failed(finding).build());
    }
}
