package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that run all their test cases in one cell, against a real relay: aiomoqt's and the example client. */
@Tag("container")
class AllCasesRunTest {
    private static final Map<String, Verdict> VERDICTS = new HashMap<>();

    @BeforeAll
    @Timeout(300)
    static void run(@TempDir Path folder) throws IOException {
        VERDICTS.putAll(new RealClients(
                        "localhost/interop/example-client:local", "MISBEHAVE", List.of("none", "error-is-ok", "lie"))
                .run(folder, "all", "all", List.of()));
    }

    @Test
    void eachTestCaseIsProvenByItsOwnConnections() {
        assertThat(verdict("none")).succeeded();
        assertThat(parts("none")).hasSize(6).allMatch(it -> it.proof() == Proof.PROVEN);
    }

    @Test
    void aContradictedTestCaseFailsTheCellAndTheOthersStayProven() {
        assertThat(verdict("error-is-ok"))
                .failed(ReasonCode.CONTRADICTED)
                .because("announce-subscribe: REQUEST_ERROR")
                .atSomePacket("sim/trace_node_right.pcap");
        assertThat(parts("error-is-ok"))
                .filteredOn(it -> it.proof() != Proof.PROVEN)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("announce-subscribe");
                    assertThat(it.proof()).isEqualTo(Proof.CONTRADICTED);
                });
    }

    @Test
    void aClientWithoutConnectionsIsContradictedInEachTestCase() {
        assertThat(verdict("lie")).failed(ReasonCode.CONTRADICTED);
        assertThat(parts("lie")).hasSize(6).allMatch(it -> it.proof() == Proof.CONTRADICTED);
    }

    /** The aiomoqt client prints its report at its end and names each test case's connections. */
    @Test
    void testCasesBeyondTheContractAreOnlyClaimedAndTheOthersStayProven() {
        assertThat(verdict("aiomoqt"))
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED)
                .reads("no check for");
        var claim = verdict("aiomoqt").claim().orElseThrow();
        assertThat(claim.proof()).contains(Proof.CLAIMED);
        assertThat(claim.parts(Proof.PROVEN)).isEqualTo(6);
        assertThat(claim.parts(Proof.CONTRADICTED)).isZero();
        assertThat(claim.parts())
                .filteredOn(it -> it.proof() == Proof.CLAIMED)
                .allSatisfy(it -> assertThat(it.reason()).isEqualTo("no check for " + it.name()));
    }

    private static List<ClaimedCase> parts(String client) {
        return verdict(client).claim().orElseThrow().parts();
    }

    private static Verdict verdict(String client) {
        return RealRun.unlessOverloaded(VERDICTS.get(client));
    }
}
