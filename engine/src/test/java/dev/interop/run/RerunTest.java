package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.storage.EarlierRuns;
import dev.interop.testbed.cell.CellJob;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose outcome was not their own doing are run again. */
@Timeout(30)
class RerunTest {
    private static final Fault LOST = new Fault(Fault.Code.ENGINE_LOST, "the container engine went away");
    private static final Fault FULL = new Fault(Fault.Code.DISK_FULL, "the disk is full");

    /** The verdict of a fault, or green. */
    private static final CellJudge BY_FAULT = (recording, test) -> new CellJudge.Judgement(
            recording
                    .fault()
                    .map(it -> Verdict.of(Outcome.ERROR, FaultReasons.of(it)))
                    .orElseGet(() -> Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine")),
            OptionalDouble.empty());

    @TempDir
    Path temp;

    private Conductors conductors;
    private final Map<String, Integer> times = Collections.synchronizedMap(new HashMap<>());
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final RunListener log = new RunListener() {
        @Override
        public void cellStarted(Cell cell) {
            events.add("started " + cell.test().name());
        }

        @Override
        public void cellPutOff(Cell cell, CellResult attempt) {
            events.add("put off " + cell.test().name());
        }

        @Override
        public void cellEnded(Cell cell, CellResult result) {
            events.add("ended " + cell.test().name());
        }
    };

    @BeforeEach
    void folder() {
        conductors = new Conductors(temp);
    }

    @Test
    void aContainerEngineThatStaysAwayEndsTheRunAndIsTheReasonOfEveryCell() {
        var testbed = testbed(1, time -> Optional.of(LOST));

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(Conductors.codes(result)).hasSize(4).containsOnly(ReasonCode.ENGINE_LOST);
    }

    @Test
    void aCellThatALostEngineBrokeOffRunsAgainOnceTheEngineAnswers() throws IOException {
        var testbed = testbed(1, time -> Optional.of(LOST).filter(it -> time == 1));
        testbed.recovers = limit -> true;

        var result = conductors.conductor(testbed, BY_FAULT, log).run(Samples.plan(List.of("a"), "one"));

        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED);
        var cell = result.cells().get(0);
        assertThat(cell.earlier())
                .containsExactly(new EarlierAttempt(Outcome.ERROR, FaultReasons.of(LOST), cell.logs() + ".attempt-1"));
        assertThat(conductors.out().resolve(cell.logs()).resolve("time")).hasContent("2");
        assertThat(conductors.out().resolve(cell.earlier().get(0).logs()).resolve("time"))
                .hasContent("1");
        assertThat(EarlierRuns.recordings(conductors.out()))
                .containsExactly(conductors.out().resolve(cell.logs()));
        assertThat(events).containsExactly("started one", "put off one", "started one", "ended one");
    }

    @Test
    void resultsBeforeTheLossStayAndCellsAfterItAreRunAsUsual() {
        var testbed = new FakeTestbed(
                1,
                (lane, job) -> record(
                        job,
                        time -> Optional.of(LOST)
                                .filter(it -> job.cell().test().name().equals("two") && time == 1)));
        testbed.recovers = limit -> true;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one", "two", "three"));

        assertThat(testbed.ran).containsExactly("a_a/one", "a_a/two", "a_a/two", "a_a/three");
        assertThat(Conductors.outcomes(result)).containsOnly(Outcome.SUCCEEDED);
        assertThat(result.cells()).extracting(it -> it.earlier().size()).containsExactly(0, 1, 0);
    }

    @Test
    void aCellThatWasBeingDissectedRunsAgainAsWell() {
        var judged = new AtomicInteger();
        var testbed = testbed(1, time -> Optional.empty());
        testbed.recovers = limit -> true;

        var result = conductors
                .conductor(
                        testbed,
                        (recording, test) -> judged.incrementAndGet() == 1
                                ? Conductors.judge(Outcome.ERROR, ReasonCode.ENGINE_LOST, "it went away")
                                        .judge(recording, test)
                                : Conductors.GREEN.judge(recording, test))
                .run(Samples.plan(List.of("a"), "one"));

        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED);
        assertThat(testbed.ran).hasSize(2);
    }

    @Test
    void aCellThatTakesTheEngineAwayEachTimeIsAnErrorAndTheOthersGoOn() {
        var testbed = new FakeTestbed(
                2,
                (lane, job) -> record(
                        job,
                        time -> Optional.of(LOST)
                                .filter(it -> job.cell().test().name().equals("one"))));
        testbed.recovers = limit -> true;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one", "two", "three"));

        assertThat(Conductors.codes(result))
                .containsExactly(ReasonCode.ENGINE_LOST, ReasonCode.CHECKS_PASSED, ReasonCode.CHECKS_PASSED);
        assertThat(result.cells().get(0).earlier()).hasSize(2);
    }

    @Test
    void anHonestCellBesideOneThatFillsTheDiskRunsAgainAlone() throws InterruptedException {
        var both = new CountDownLatch(2);
        // The filler's neighbour hits the full disk only while both run.
        var testbed = new FakeTestbed(
                2,
                (lane, job) -> record(job, time -> {
                    both.countDown();
                    if (time == 1) {
                        await(both);
                    }
                    return Optional.of(FULL)
                            .filter(it -> time == 1 || job.cell().test().name().equals("one"));
                }));
        var anew = new AtomicInteger();
        testbed.recovers = limit -> anew.incrementAndGet() > 0;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one", "two", "three"));

        assertThat(Conductors.codes(result).get(0)).isEqualTo(ReasonCode.DISK_FULL);
        assertThat(Conductors.codes(result).get(1)).isEqualTo(ReasonCode.CHECKS_PASSED);
        assertThat(result.cells().get(1).earlier()).hasSize(1);
        // What fills the disk is in the folders of its lane.
        assertThat(anew).hasPositiveValue();
    }

    @Test
    void aDiskThatStaysFullEndsTheRun() {
        var testbed = testbed(1, time -> Optional.of(FULL));

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(3);
        assertThat(Conductors.codes(result)).hasSize(4).containsOnly(ReasonCode.DISK_FULL);
    }

    @Test
    void anOverloadedCellRunsOnceMoreAloneAtTheEnd() {
        var testbed = testbed(2, time -> Optional.empty());
        var judged = new AtomicInteger();

        var result = conductors
                .conductor(
                        testbed,
                        (recording, test) -> test.name().equals("one") && judged.incrementAndGet() == 1
                                ? Conductors.judge(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "too busy")
                                        .judge(recording, test)
                                : Conductors.GREEN.judge(recording, test))
                .run(Samples.plan(List.of("a"), "one", "two", "three"));

        assertThat(Conductors.outcomes(result)).containsOnly(Outcome.SUCCEEDED);
        assertThat(testbed.ran).hasSize(4).endsWith("a_a/one");
        assertThat(result.cells().get(0).earlier())
                .singleElement()
                .satisfies(it -> assertThat(it.reason().code()).isEqualTo(ReasonCode.OVERLOADED));
    }

    @Test
    void aCellThatIsOverloadedAgainStaysUndecided() {
        var testbed = testbed(1, time -> Optional.empty());

        var result = conductors
                .conductor(testbed, Conductors.judge(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "too busy"))
                .run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.ran).hasSize(2);
        assertThat(Conductors.codes(result)).containsExactly(ReasonCode.OVERLOADED);
        assertThat(result.cells().get(0).earlier()).hasSize(1);
    }

    @Test
    void aProbeThatALostEngineBrokeOffIsMadeAgain() {
        var testbed = testbed(1, time -> Optional.empty());
        testbed.faultOfFirstProbe = Optional.of(LOST);
        testbed.recovers = limit -> true;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.probed).hasSize(3);
        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED);
    }

    @Test
    void aProbeOnAFullDiskIsMadeAgain() {
        var testbed = testbed(1, time -> Optional.empty());
        testbed.faultOfFirstProbe = Optional.of(FULL);
        testbed.recovers = limit -> true;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.probed).hasSize(3);
        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED);
    }

    /** The machine may have been too busy. */
    @Test
    void aProbeThatDoesNotEndIsMadeAgainOnce() {
        var testbed = testbed(1, time -> Optional.empty());
        testbed.firstProbesHang = 1;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.probed).hasSize(3);
        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED);
    }

    @Test
    void anImplementationWhoseProbesDoNotEndIsNotCompliant() {
        var testbed = testbed(1, time -> Optional.empty());
        testbed.firstProbesHang = 4;

        var result = conductors.conductor(testbed, BY_FAULT).run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.probed).hasSize(4);
        assertThat(Conductors.codes(result)).containsExactly(ReasonCode.NOT_COMPLIANT);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A testbed whose cells have this fault, depending on how often the cell has been run. */
    private FakeTestbed testbed(int lanes, Function<Integer, Optional<Fault>> fault) {
        return new FakeTestbed(lanes, (lane, job) -> record(job, fault));
    }

    private Recording record(CellJob job, Function<Integer, Optional<Fault>> fault) {
        var time = times.merge(job.cell().test().name() + job.folder(), 1, Integer::sum);
        var recording = FakeTestbed.recording(job, 0, fault.apply(time));
        try {
            Files.createDirectories(job.folder());
            Files.writeString(job.folder().resolve("time"), String.valueOf(time));
            new RecordingStore().write(recording);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
