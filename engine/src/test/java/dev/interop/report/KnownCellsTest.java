package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known failing, stale and flaky cells have marks, counts and lines of their own. */
class KnownCellsTest {
    private final RunResult run = RunBuilder.run(
                    "alpha", "one two", new SimpleTestCase("H", "handshake"), new SimpleTestCase("DC", "transfer"))
            .with(cell("alpha", "one", "handshake").failed().known(ExpectationKind.FAILING, ExpectationState.MET))
            .with(cell("alpha", "one", "transfer").known(ExpectationKind.FAILING, ExpectationState.STALE))
            .with(cell("alpha", "two", "handshake").failed().known(ExpectationKind.FLAKY, ExpectationState.MET))
            .with(cell("alpha", "two", "transfer").failed().known(ExpectationKind.FAILING, ExpectationState.EXPIRED))
            .build();

    @Test
    void theTerminalShowsMarksThatTheLegendExplains() {
        var text = terminal(true);

        assertThat(text)
                .contains("alpha   ◇ ◆    ≈ ✕")
                .contains("◇ = known failing, ◆ = passed, known failing")
                .contains("≈ = flaky")
                .contains("◇ alpha → one  handshake   known failing: a known bug (expectations.yaml:4); that")
                .contains(
                        "◆ alpha → one  transfer   passed, but expectations.yaml:4 says known failing: delete lines 4 to 7")
                .contains("1 flaky, 1 failed, 1 known failing, 1 passed, known failing in ");
    }

    @Test
    void anAsciiTerminalHasLettersForThem() {
        assertThat(terminal(false)).contains("k = known failing", "K = passed, known failing", "f = flaky");
    }

    @Test
    void anExpiredEntryIsOnTheCardOfItsFailure() {
        assertThat(terminal(true)).contains("the entry at expectations.yaml:4 (known failing) expired after its day");
    }

    @Test
    void thePageHasSectionsForThem() {
        assertThat(new MarkdownMatrix().text(run, it -> "replay"))
                .contains("## Known failing\n\n- **alpha → one  handshake**: known failing: a known bug")
                .contains("## Passed, known failing\n\n- **alpha → one  transfer**: passed, but expectations.yaml:4")
                .contains("## Flaky\n\n- **alpha → two  handshake**")
                .contains("## Failed\n\n### alpha → two  transfer");
    }

    @Test
    void aRunWithoutThemHasNoSuchMarks() {
        var plain = RunBuilder.run("alpha", "one", new SimpleTestCase("H", "handshake"))
                .build();

        assertThat(new TerminalMatrix(Colour.NEVER, 100, StandardCharsets.UTF_8).text(plain, it -> "replay"))
                .doesNotContain("known", "◇", "flaky");
    }

    private String terminal(boolean unicode) {
        var charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        return new TerminalMatrix(Colour.NEVER, 100, charset).text(run, it -> "replay");
    }
}
