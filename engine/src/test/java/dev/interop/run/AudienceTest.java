package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.protocol.Report.Status;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AudienceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private final Plan plan = Samples.plan(List.of("a", "b"), "one");

    @Test
    void everyListenerHearsTheWholeRunInOrderFromOneThread() {
        var first = new Recorder();
        var second = new Recorder();
        try (var audience = Audience.of(List.of(), notes -> List.of(first, second), LONG)) {
            run(audience);
        }

        assertThat(first.heard).isEqualTo(second.heard).hasSize(2 + 4 * 3);
        assertThat(first.heard.get(0)).isEqualTo("run started");
        assertThat(first.heard.get(first.heard.size() - 1)).isEqualTo("run ended");
        for (var cell : plan.cells()) {
            assertThat(first.heard)
                    .containsSubsequence("started " + cell.id(), "recorded " + cell.id(), "ended " + cell.id());
        }
        assertThat(first.threads).containsOnly("interop-listener");
    }

    @Test
    void anExceptionIsNotedOnceChangesNoVerdictAndTheOthersHearOn() {
        var callers = new Recorder();
        var after = new Recorder();
        var broken = new RunListener() {
            @Override
            public void cellEnded(Cell cell, CellResult result) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        };
        RunResult result;
        try (var audience = Audience.of(List.of(callers), notes -> List.of(broken, after), LONG)) {
            result = run(audience);
        }

        assertThat(result.cells()).extracting(it -> it.verdict().outcome()).containsOnly(Outcome.SUCCEEDED);
        assertThat(after.heard).contains("run ended").hasSize(2 + 4 * 3);
        assertThat(callers.notes)
                .singleElement()
                .asString()
                .contains(broken.getClass().getName(), "failed in cellEnded", "com/example/Gone");
    }

    @Test
    void aListenerThatHangsDelaysNoCellAndIsLeftBehindWithANote() throws InterruptedException {
        var callers = new Recorder();
        var entered = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var hanging = new RunListener() {
            @Override
            public void cellStarted(Cell cell) {
                entered.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        };
        try (var audience = Audience.of(List.of(callers), notes -> List.of(hanging), Duration.ofMillis(1))) {
            audience.listener().cellStarted(plan.cells().get(0));
            entered.await();
            assertThat(run(audience).cells()).hasSize(4);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(callers.heard).contains("run ended");
        assertThat(callers.notes).singleElement().asString().contains("have not finished in time");
    }

    @Test
    void theEndOfTheRunWaitsForASlowListener() {
        var ended = new ArrayList<String>();
        var slow = new RunListener() {
            @Override
            public void runEnded(RunResult result) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                ended.add("written");
            }
        };
        try (var audience = Audience.of(List.of(), notes -> List.of(slow), LONG)) {
            run(audience);
            assertThat(ended).containsExactly("written");
        }
    }

    @Test
    void aCallersListenerThatFailsIsTheRunsFailure() {
        var broken = new RunListener() {
            @Override
            public void runEnded(RunResult result) {
                throw new IllegalStateException("boom");
            }
        };
        try (var audience = Audience.of(List.of(broken), notes -> List.of(), LONG)) {
            run(audience);

            assertThatThrownBy(audience::check).hasRootCauseMessage("boom");
        }
    }

    @Test
    void reportsThatAListenerDoesNotKeepUpWithAreLeftOutAndNothingElse() {
        var release = new CountDownLatch(1);
        var heard = new ArrayList<String>();
        var slow = new RunListener() {
            @Override
            public void cellStarted(Cell cell) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void cellReported(Cell cell, Report report) {
                heard.add(report.path().get(0));
            }

            @Override
            public void cellRecorded(Cell cell) {
                heard.add("recorded");
            }
        };
        var cell = plan.cells().get(0);
        try (var queue = ListenerQueue.limited(slow, LONG, 3)) {
            queue.cellStarted(cell);
            IntStream.range(0, 100)
                    .forEach(it ->
                            queue.cellReported(cell, new Report.Result(List.of("point " + it), Status.PASSED, "")));
            queue.cellRecorded(cell);
            release.countDown();

            assertThat(queue.await()).isTrue();
        }
        assertThat(heard).containsExactly("point 0", "point 1", "point 2", "recorded");
    }

    private RunResult run(Audience audience) {
        var conductor = new Conductor(
                FakeTestbed.allEndWith(2, 0),
                (recording, test) -> new Judgement(
                        Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), OptionalDouble.of(0.5)),
                RunFolder.create(
                        Optional.of(temp.resolve("out")),
                        false,
                        Clock.systemUTC(),
                        new RunInputs(42, List.of(), Map.of())),
                audience.listener(),
                Clock.systemUTC(),
                Optional.empty());
        var result = conductor.run(plan);
        audience.await();
        return result;
    }

    private static final class Recorder implements RunListener {
        private final List<String> heard = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> threads = new ArrayList<>();

        @Override
        public void runStarted(Plan plan, Path folder) {
            hear("run started");
        }

        @Override
        public void cellStarted(Cell cell) {
            hear("started " + cell.id());
        }

        @Override
        public void cellRecorded(Cell cell) {
            hear("recorded " + cell.id());
        }

        @Override
        public void cellEnded(Cell cell, CellResult result) {
            hear("ended " + cell.id());
        }

        @Override
        public void runEnded(RunResult result) {
            hear("run ended");
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }

        private void hear(String event) {
            heard.add(event);
            threads.add(Thread.currentThread().getName());
        }
    }
}
