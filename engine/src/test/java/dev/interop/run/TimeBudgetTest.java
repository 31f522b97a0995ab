package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.recording.Recording;
import dev.interop.result.CellStatus;
import dev.interop.reuse.CellChoice;
import dev.interop.reuse.Choice;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"2, F, FAILED, 0", "4, FP, FLAKY, 1", "4, FFP, FAILED, 2", "4, FU, FAILED, 1"})
    void aCellThatFailedIsNotForgottenWhenItCannotBeRunAgain(
            int retries, String attempts, CellStatus status, int earlier) {
        var conductors = new Conductors(folder, RunRules.whole(3).with(new Retries(retries, it -> true)));
        var ran = new AtomicInteger();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            var isLast = ran.incrementAndGet() == attempts.length();
            conductors.time.sleep(Duration.ofSeconds(isLast ? 10 - attempts.length() : 1));
            return create(FakeTestbed.recording(job, 0, Optional.empty()));
        });
        CellJudge judge = (recording, test) -> switch (attempts.charAt(ran.get() - 1)) {
            case 'P' -> Conductors.GREEN.judge(recording, test);
            case 'U' ->
                Conductors.judge(Outcome.UNDECIDED, ReasonCode.NO_TRACE, "?").judge(recording, test);
            default ->
                Conductors.judge(Outcome.FAILED, ReasonCode.CHECK_FAILED, "bad luck")
                        .judge(recording, test);
        };

        var cell = conductors
                .conductor(testbed, judge, within(Duration.ofSeconds(10), Map.of("one", Duration.ofSeconds(2))))
                .run(Samples.plan(List.of("a"), "one"))
                .cells()
                .get(0);

        assertThat(cell.status()).isEqualTo(status);
        assertThat(cell.verdict().reason().text())
                .endsWith("; not run again: it takes about 2 s, and of the time for the run, 10 s, only 1 s were left");
        assertThat(cell.earlier()).hasSize(earlier);
        assertThat(conductors.out().resolve(cell.logs())).isDirectory();
    }

    private static Recording create(Recording recording) {
        try {
            Files.createDirectories(recording.folder());
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
