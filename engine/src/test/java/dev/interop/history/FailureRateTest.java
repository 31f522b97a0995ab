package dev.interop.history;

import static dev.interop.history.Histories.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interop.result.EarlierAttempt;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureRateTest {
    /** The values are those of R's {@code binom::binom.wilson}, which are printed to four places. */
    @ParameterizedTest
    @CsvSource({"3, 20, 0.0524, 0.3604", "0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "1, 2, 0.0945, 0.9055"})
    void theIntervalIsWilsons(int failed, int runs, double low, double high) {
        var rate = new FailureRate(failed, runs);

        assertThat(rate.low()).isCloseTo(low, within(0.0001));
        assertThat(rate.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void withoutRunsNothingIsKnown() {
        assertThat(new FailureRate(0, 0).interval()).isEqualTo("0 % to 100 %");
    }

    @Test
    void onlyTheNewestResultsThatAreVerdictsCount() {
        var entries = List.of(
                cell(1, "a", Outcome.FAILED),
                cell(2, "a", Outcome.FAILED),
                cell(3, "a", Outcome.SUCCEEDED),
                cell(4, "a", Outcome.UNDECIDED),
                cell(5, "a", Outcome.SKIPPED),
                cell(6, "a", Outcome.ERROR));

        assertThat(FailureRate.of(entries, 2)).isEqualTo(new FailureRate(1, 2));
        assertThat(FailureRate.of(entries, 20).text())
                .isEqualTo("failed in 2 of 3 runs before (95 % interval: 21 % to 94 %)");
    }

    @Test
    void aCellIsFlakyIfItPassedAndFailedWhileNothingChanged(@TempDir Path folder) {
        Histories.write(
                folder,
                1,
                cell(1, "flaky", Outcome.SUCCEEDED),
                cell(1, "broken", Outcome.SUCCEEDED, 1, "old"),
                cell(1, "red", Outcome.FAILED),
                cell(1, "undecided", Outcome.SUCCEEDED));
        Histories.write(
                folder,
                2,
                cell(2, "flaky", Outcome.FAILED),
                cell(2, "broken", Outcome.FAILED, 1, "new"),
                cell(2, "red", Outcome.FAILED),
                cell(2, "undecided", Outcome.UNDECIDED));
        Histories.write(folder, 3, cell(3, "flaky", Outcome.SUCCEEDED));
        var history = HistoryStore.in(folder).read();

        assertThat(FlakyCells.of(history, 30))
                .containsExactly(new FlakyCells.Flaky(
                        Histories.key("flaky"), new FailureRate(1, 3), cell(3, "flaky", Outcome.SUCCEEDED)));
        assertThat(FlakyCells.of(history, 1)).isEmpty();
    }

    @Test
    void aPassAfterAFailedAttemptCountsAsTheFirstAttemptCameOut(@TempDir Path folder) {
        var lost = new EarlierAttempt(
                Outcome.FAILED, new Reason(ReasonCode.CHECK_FAILED, "lost"), "logs", Optional.of("0x1"));
        var result = CellBuilder.cell("client", "server", "a").after(lost).build();
        var entry = CellEntry.of(Histories.run(1), Histories.key("a"), result);
        Histories.write(folder, 1, entry, cell(1, "b", Outcome.SUCCEEDED));

        var history = HistoryStore.in(folder).read();

        assertThat(history.of(Histories.key("a"))).containsExactly(entry);
        assertThat(entry.isGreen()).isFalse();
        assertThat(FlakyCells.of(history, 30))
                .containsExactly(new FlakyCells.Flaky(Histories.key("a"), new FailureRate(1, 1), entry));
    }
}
