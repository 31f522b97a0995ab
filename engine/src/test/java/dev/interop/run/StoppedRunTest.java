package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Caller;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end before all their cells have: at a limit, or at a failed cell that is kept. */
@Timeout(30)
class StoppedRunTest {
    private static final Caller USER = new Caller.CommandLine("./interop");

    /** Fails the second and the third test case. */
    private static final CellJudge JUDGE = (recording, test) -> new Judgement(
            List.of("two", "three").contains(test.name())
                    ? Verdict.of(Outcome.FAILED, ReasonCode.CHECK_FAILED, "broken")
                    : Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"),
            OptionalDouble.empty());

    @TempDir
    Path temp;

    private final List<String> notes = new ArrayList<>();
    private final Semaphore turn = new Semaphore(1);

    @Test
    void noCellIsBegunAfterThatManyFailedOnes() {
        CellJudge slow = (recording, test) -> {
            // Long enough for a lane that does not wait to begin the next cell.
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            return JUDGE.judge(recording, test);
        };
        var testbed = FakeTestbed.allEndWith(1, 0);
        var result = new Conductors(temp, new RunRules(1, false, OptionalInt.of(2), Optional.empty(), USER))
                .conductor(testbed, slow)
                .run(Samples.plan(List.of("a"), "one", "two", "three", "four", "five"));

        assertThat(testbed.ran()).hasSize(3);
        assertThat(Conductors.codes(result))
                .containsExactly(
                        ReasonCode.CHECKS_PASSED,
                        ReasonCode.CHECK_FAILED,
                        ReasonCode.CHECK_FAILED,
                        ReasonCode.CANCELLED,
                        ReasonCode.CANCELLED);
        assertThat(result.cells().get(4).verdict().reason().text())
                .isEqualTo("not begun: 2 failed before (interop.limit.failures)");
    }

    @Test
    void aCellThatIsKnownToFailEndsNothing() {
        var cell = Samples.plan(List.of("a"), "one").cells().get(0);
        var failed = CellBuilder.cell("a", "a", "one").failed();
        var stop = new RunStop();

        new FailedCells(1, stop)
                .cellEnded(
                        cell,
                        failed.known(ExpectationKind.FAILING, ExpectationState.MET)
                                .build());
        assertThat(stop.reason()).isEmpty();

        var known = failed.build();
        var rule = new KeepFailed(stop, recording -> known, lines -> {}, "");
        var job = new CellJob(cell, temp, bytes -> {});
        assertThat(rule.keeps(FakeTestbed.recording(job, 1, Optional.empty()))).isFalse();
        assertThat(rule.result()).hasValue(known);
    }

    @Test
    void aRunWithFewerFailedCellsEndsAsAlways() {
        var result = run(new RunRules(1, false, OptionalInt.of(3), Optional.empty(), USER));

        assertThat(Conductors.codes(result)).doesNotContain(ReasonCode.CANCELLED);
    }

    @Test
    void theRunEndsAtTheFirstFailedCellWhoseContainersAreKept() {
        var result = run(new RunRules(1, true, OptionalInt.empty(), Optional.empty(), USER));

        assertThat(Conductors.codes(result))
                .containsExactly(
                        ReasonCode.CHECKS_PASSED,
                        ReasonCode.CHECK_FAILED,
                        ReasonCode.CANCELLED,
                        ReasonCode.CANCELLED,
                        ReasonCode.CANCELLED);
        assertThat(result.cells().get(2).verdict().reason().text())
                .isEqualTo("not begun: the run ended at a → a  two, whose containers are kept");
    }

    @Test
    void theNotesSayHowToGetIntoTheContainers() {
        run(new RunRules(1, true, OptionalInt.empty(), Optional.empty(), USER));

        assertThat(notes)
                .containsExactly(
                        "kept: the containers of a → a  two, as they ended: interop-kept-1-client, interop-kept-1-server",
                        "  a shell in the client's network, with its folders: docker exec -it interop-kept-1-client-network sh",
                        "  the server again, and a shell in it: docker start interop-kept-1-server"
                                + " && docker exec -it interop-kept-1-server sh",
                        "  the client again, as it ran: docker start -ai interop-kept-1-client",
                        "  what the client changed, and its files: docker diff interop-kept-1-client;"
                                + " docker cp interop-kept-1-client:/PATH .",
                        "  what the server changed, and its files: docker diff interop-kept-1-server;"
                                + " docker cp interop-kept-1-server:/PATH .",
                        "  remove it all: ./interop clean --kept");
    }

    @Test
    void withoutAFailureNothingIsKept() {
        var result = new Conductors(temp, new RunRules(1, true, OptionalInt.empty(), Optional.empty(), USER))
                .conductor(FakeTestbed.allEndWith(1, 0), Conductors.GREEN, listener())
                .run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(Conductors.codes(result)).containsOnly(ReasonCode.CHECKS_PASSED);
        assertThat(notes).isEmpty();
    }

    @Test
    void aRunEndsAtItsLimitWithTheResultsSoFar() {
        var blocked = new CountDownLatch(1);
        var testbed = new FakeTestbed(1, (lane, job) -> {
            if (job.cell().test().name().equals("two")) {
                try {
                    blocked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var out = temp.resolve("out");
        var settings = Settings.read(parameter -> Optional.ofNullable(Map.of(
                        OutputParameters.OUT, out.toString(),
                        ExecutionParameters.RUN_LIMIT, "1s",
                        ExecutionParameters.CACHE, temp.resolve("cache").toString())
                .get(parameter)));

        try (var run = MatrixRun.open(
                settings,
                Samples.plan(List.of("a"), "one", "two", "three"),
                List.of(),
                (all, notes) -> backend(testbed))) {
            assertThatThrownBy(run::run)
                    .isInstanceOf(UserError.class)
                    .hasMessage("the run's limit of 1 s (interop.limit.run) was reached: 2 of 3 cells did not end;"
                            + " the results of the others are written");
        }

        assertThat(CellsJsonl.read(out.resolve("cells.jsonl")))
                .extracting(it -> it.verdict().reason().code())
                .containsExactly(ReasonCode.CHECKS_PASSED, ReasonCode.CANCELLED, ReasonCode.CANCELLED);
    }

    private static RunBackend backend(Testbed testbed) {
        return new RunBackend() {
            @Override
            public Testbed testbed() {
                return testbed;
            }

            @Override
            public CellJudge judge() {
                return Conductors.GREEN;
            }

            @Override
            public void close() {}
        };
    }

    /** Each cell begins once the one before has its verdict. */
    private RunResult run(RunRules rules) {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            turn.acquireUninterruptibly();
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        return new Conductors(temp, rules)
                .conductor(testbed, JUDGE, listener())
                .run(Samples.plan(List.of("a"), "one", "two", "three", "four", "five"));
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void cellEnded(Cell cell, CellResult result) {
                turn.release();
            }
        };
    }
}
