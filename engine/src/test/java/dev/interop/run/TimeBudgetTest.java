package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.reuse.CellChoice;
import dev.interop.reuse.Choice;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeBudgetTest {
    @TempDir
    Path folder;

    @Test
    void aCellThatWouldNotEndInTimeIsSkippedAndAShorterOneRuns() {
        var conductors = new Conductors(folder);
        var time = conductors.time;
        var testbed = new FakeTestbed(1, (lane, job) -> {
            time.sleep(Duration.ofSeconds(6));
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var choice = within(
                Duration.ofSeconds(10),
                Map.of(
                        "first", Duration.ofSeconds(6),
                        "long", Duration.ofSeconds(6),
                        "short", Duration.ofSeconds(3)));

        var result = conductors
                .conductor(testbed, Conductors.GREEN, choice)
                .run(Samples.plan(List.of("a"), "first", "long", "short", "unknown"));

        assertThat(testbed.ran()).containsExactly("a_a/first", "a_a/short");
        assertThat(Conductors.outcomes(result))
                .containsExactly(Outcome.SUCCEEDED, Outcome.SKIPPED, Outcome.SUCCEEDED, Outcome.SKIPPED);
        assertThat(Conductors.codes(result)).element(1).isEqualTo(ReasonCode.NO_TIME);
        assertThat(result.cells())
                .extracting(it -> it.verdict().reason().text())
                .containsExactly(
                        "fine",
                        "it takes about 6 s, and of the time for the run, 10 s, only 4 s were left",
                        "fine",
                        "the time for the run, 10 s, was over");
    }

    private static CellChoice within(Duration time, Map<String, Duration> estimates) {
        return new CellChoice() {
            @Override
            public Choice of(List<Cell> cells) {
                return Choice.all(cells);
            }

            @Override
            public Optional<Duration> within() {
                return Optional.of(time);
            }

            @Override
            public Optional<Duration> estimate(Cell cell) {
                return Optional.ofNullable(estimates.get(cell.test().name()));
            }
        };
    }
}
