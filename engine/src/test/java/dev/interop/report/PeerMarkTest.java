package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PeerMarkTest {
    private static final SimpleTestCase E = new SimpleTestCase("E", "ecn");
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake");

    @Test
    void aTestCaseThatFailsAgainstAllPeersIsMarkedAndItsVerdictsStay() {
        var run = RunBuilder.run("a b", "x y", E, H)
                .with(cell("a", "x", "ecn").failed())
                .with(cell("b", "x", "ecn").failed())
                .build();

        assertThat(PeerMark.of(run.cells()))
                .extracting(PeerMark::text)
                .containsExactly("ecn of x as server fails against all 2 clients");
        assertThat(terminal(run))
                .contains("All peers  ecn of x as server fails against all 2 clients\n")
                .contains("2 failed");
        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .contains(
                        "## The same with all peers\n\n- ecn of x as server fails against all 2 clients\n\n## Failed");
    }

    @Test
    void peersWhoseCellsWereNotDecidedAreToldApart() {
        var run = RunBuilder.run("a b c", "x", E, H)
                .with(cell("a", "x", "ecn").failed())
                .with(cell("b", "x", "ecn").failed())
                .with(cell("c", "x", "ecn").cameOut(Outcome.UNDECIDED, ReasonCode.NO_TRACE, "no capture"))
                .with(cell("a", "x", "handshake").failed())
                .with(cell("b", "x", "handshake"))
                .build();

        assertThat(PeerMark.of(run.cells()))
                .extracting(PeerMark::text)
                .containsExactly("ecn fails between all 2 pairs; 1 undecided");
    }

    @Test
    void aTestCaseThatFailsBetweenAllPairsIsMarkedOnce() {
        var run = RunBuilder.run("a b", "x", E)
                .with(cell("a", "x", "ecn").failed())
                .with(cell("b", "x", "ecn").failed())
                .build();

        assertThat(PeerMark.of(run.cells()))
                .extracting(PeerMark::text)
                .containsExactly("ecn fails between all 2 pairs");
    }

    @Test
    void aTestCaseThatNoPeerSupportsIsMarked() {
        var run = RunBuilder.run("a b", "x y", E)
                .with(cell("a", "x", "ecn").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"))
                .with(cell("a", "y", "ecn").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"))
                .with(cell("b", "x", "ecn").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"))
                .build();

        assertThat(PeerMark.of(run.cells()))
                .extracting(PeerMark::text)
                .containsExactly("ecn of x as server is supported by none of 2 clients");
    }

    @Test
    void onePeerIsNoPatternAndAPassIsNoMark() {
        var one =
                RunBuilder.run("a", "x", E).with(cell("a", "x", "ecn").failed()).build();
        var passed = RunBuilder.run("a b", "x", E)
                .with(cell("a", "x", "ecn").failed())
                .build();

        assertThat(PeerMark.of(one.cells())).isEmpty();
        assertThat(PeerMark.of(passed.cells())).isEmpty();
        assertThat(terminal(passed)).doesNotContain("All peers");
    }

    private static String terminal(RunResult run) {
        return new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                .text(run, Repetition.byCommand("./interop"));
    }
}
