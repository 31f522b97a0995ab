package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are cancelled. */
@Timeout(30)
class CancelledRunTest {
    @TempDir
    Path temp;

    private Conductors conductors;

    @BeforeEach
    void folder() {
        conductors = new Conductors(temp);
    }

    @Test
    void noFurtherCellRunsAfterACancel() {
        var self = new AtomicReference<Conductor>();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            self.get().cancel();
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        self.set(conductors.conductor(testbed, Conductors.GREEN));

        var result = self.get().run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(Conductors.codes(result)).hasSize(4).containsOnly(ReasonCode.CANCELLED);
    }

    @Test
    void remainingCellsAreSkippedWhenTheTestbedCloses() {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            throw new CancellationException("the testbed is closed");
        });

        var result = conductors.conductor(testbed, Conductors.GREEN).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(result.cells())
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }

    @Test
    void aJudgementThatIsCancelledCancelsTheRun() {
        CellJudge cancelled = (recording, test) -> {
            throw new CancellationException("the tool was closed");
        };

        var result =
                conductors.conductor(FakeTestbed.allEndWith(1, 0), cancelled).run(Samples.plan(List.of("a"), "one"));

        assertThat(result.cells())
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("brokenJudgements")
    void aCellThatIsBeingJudgedWhenTheRunIsCancelledIsCancelled(CellJudge broken) throws Exception {
        var judging = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var self = conductors.conductor(FakeTestbed.allEndWith(1, 0), (recording, test) -> {
            judging.countDown();
            awaitWhateverInterrupts(cancelled);
            return broken.judge(recording, test);
        });
        var result = CompletableFuture.supplyAsync(() -> self.run(Samples.plan(List.of("a"), "one", "two")));
        judging.await();

        self.cancel();
        cancelled.countDown();

        assertThat(Conductors.codes(result.get())).containsExactly(ReasonCode.CANCELLED, ReasonCode.CANCELLED);
        assertThat(result.get().cells().get(0).logs()).isNotEmpty();
    }

    static Stream<CellJudge> brokenJudgements() {
        return Stream.of(
                Conductors.judge(Outcome.UNDECIDED, ReasonCode.TRACE_UNREADABLE, "interrupted"),
                Conductors.judge(Outcome.ERROR, ReasonCode.ENGINE_LOST, "the tools are gone"),
                (recording, test) -> {
                    throw new CancellationException("the tools are closed");
                });
    }

    @Test
    void aVerdictThatWasReachedBeforeTheCancellationStays() {
        var self = new AtomicReference<Conductor>();
        self.set(conductors.conductor(FakeTestbed.allEndWith(1, 0), (recording, test) -> {
            self.get().cancel();
            return Conductors.GREEN.judge(recording, test);
        }));

        assertThat(Conductors.outcomes(self.get().run(Samples.plan(List.of("a"), "one"))))
                .containsExactly(Outcome.SUCCEEDED);
    }

    @Test
    void nothingStartsAnyMoreAfterACancellation() {
        var self = new AtomicReference<Conductor>();
        var judged = new AtomicInteger();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            self.get().cancel();
            return FakeTestbed.recording(job, 0, Optional.of(new Fault(Fault.Code.ENGINE_LOST, "it went away")));
        });
        testbed.recovers = limit -> {
            throw new AssertionError("nobody waits for an engine that is not needed any more");
        };
        self.set(conductors.conductor(testbed, (recording, test) -> {
            judged.incrementAndGet();
            return Conductors.GREEN.judge(recording, test);
        }));

        self.get().run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(judged).hasValue(0);
    }

    @Test
    void aCancellationEndsTheWaitForTheEngine() {
        var self = new AtomicReference<Conductor>();
        var testbed = new FakeTestbed(
                1,
                (lane, job) -> FakeTestbed.recording(job, 0, Optional.of(new Fault(Fault.Code.ENGINE_LOST, "gone"))));
        testbed.recovers = limit -> {
            self.get().cancel();
            return !Thread.interrupted();
        };
        self.set(conductors.conductor(testbed, Conductors.judge(Outcome.ERROR, ReasonCode.ENGINE_LOST, "gone")));

        var result = self.get().run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(Conductors.codes(result)).containsExactly(ReasonCode.ENGINE_LOST, ReasonCode.CANCELLED);
    }

    private static void awaitWhateverInterrupts(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // The cancellation interrupts the judge.
                continue;
            }
        }
    }

    /** The conductor asks for the lanes before each phase. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCancelWhileWorkersAreStartedSkipsAllCells(int call) {
        var self = new AtomicReference<Conductor>();
        var calls = new AtomicInteger();
        var lanes = FakeTestbed.allEndWith(2, 0);
        var testbed = new Testbed() {
            @Override
            public List<Lane> lanes() {
                if (calls.incrementAndGet() == call) {
                    self.get().cancel();
                }
                return lanes.lanes();
            }

            @Override
            public Optional<String> imageId(String image) {
                return lanes.imageId(image);
            }

            @Override
            public Recording run(Lane lane, CellJob job) {
                return lanes.run(lane, job);
            }

            @Override
            public ProbeResult probe(Lane lane, ProbeJob job) {
                return lanes.probe(lane, job);
            }

            @Override
            public void close() {}
        };
        self.set(conductors.conductor(testbed, Conductors.GREEN));

        var result = self.get().run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(calls).hasValue(call);
        assertThat(result.cells())
                .hasSize(4)
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }
}
