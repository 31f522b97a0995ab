package dev.interop.history;

import static dev.interop.history.Histories.cell;
import static dev.interop.history.Histories.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurationEstimateTest {
    private static final CellKey OTHER_PAIR = new CellKey("quic/x_y/handshake", "simple-p2p");

    @TempDir
    Path folder;

    @Test
    void aCellTakesTheMedianOfItsNewestRuns() {
        for (var day = 1; day <= 10; day++) {
            Histories.write(folder, day, cell(day, "handshake", Outcome.SUCCEEDED, day <= 5 ? 60 : day, "a"));
        }

        assertThat(estimate().ofCell(key("handshake"))).hasValue(Duration.ofSeconds(8));
    }

    @Test
    void aCellThatNeverRanTakesWhatItsTestCaseTakesElsewhereElseWhatCellsTake() {
        Histories.write(
                folder,
                1,
                cell(1, "handshake", Outcome.SUCCEEDED, 2, "a"),
                cell(1, "retry", Outcome.SUCCEEDED, 3, "a"),
                cell(1, "transfer", Outcome.SUCCEEDED, 60, "a"));

        assertThat(estimate().ofCell(OTHER_PAIR)).hasValue(Duration.ofSeconds(2));
        assertThat(estimate().knows(OTHER_PAIR)).isFalse();
        assertThat(estimate().ofCell(key("new"))).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void lanesShareTheCellsAndMeasurementsRunAlone() {
        Histories.write(
                folder,
                1,
                cell(1, "a", Outcome.SUCCEEDED, 10, "a"),
                cell(1, "b", Outcome.SUCCEEDED, 4, "a"),
                cell(1, "c", Outcome.SUCCEEDED, 4, "a"),
                cell(1, "goodput", Outcome.SUCCEEDED, 5, "a"));
        var cells = List.of(key("a"), key("b"), key("c"));

        assertThat(estimate().ofRun(cells, List.of(), 1)).hasValue(Duration.ofSeconds(18));
        assertThat(estimate().ofRun(cells, List.of(key("goodput")), 2)).hasValue(Duration.ofSeconds(15));
    }

    @Test
    void withoutAHistoryThereIsNoEstimate() {
        assertThat(estimate().ofRun(List.of(key("a")), List.of(), 1)).isEmpty();
        assertThat(estimate().ofCell(key("a"))).isEmpty();
    }

    private DurationEstimate estimate() {
        return DurationEstimate.from(HistoryStore.in(folder).read());
    }
}
