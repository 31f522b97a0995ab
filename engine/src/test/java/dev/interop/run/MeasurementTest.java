package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interop.listener.RunListener;
import dev.interop.plan.Axes;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.result.CellResult;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.EarlierRuns;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testing.MeasuringTestCase;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cells of measurements run several times, while no other cell runs. */
@Timeout(30)
class MeasurementTest {
    private static final Verdict GREEN = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");

    @TempDir
    Path temp;

    private Conductors conductors;
    private final AtomicInteger judged = new AtomicInteger();

    @BeforeEach
    void folder() {
        conductors = new Conductors(temp);
    }

    @Test
    void aMeasurementKeepsTheValuesOfAllItsRepetitions() {
        var testbed = new FakeTestbed(2, (lane, job) -> record(job, Optional.empty()));

        var cell = only(conductors.conductor(testbed, values(9400, 9412, 9418)).run(plan("goodput")));

        assertThat(testbed.ran()).containsExactly("a_a/goodput", "a_a/goodput", "a_a/goodput");
        var measured = cell.measurement().orElseThrow();
        assertThat(measured.values()).containsExactly(9400.0, 9412.0, 9418.0);
        assertThat(measured.mean()).isEqualTo(9410);
        assertThat(measured.deviation()).isCloseTo(9.165, within(0.001));
        assertThat(measured.text()).isEqualTo("9410 (± 9) kbps");
    }

    @Test
    void lanesRestOnlyAfterTheMeasurements() {
        var testbed = new FakeTestbed(1, (lane, job) -> record(job, Optional.empty()));

        conductors.conductor(testbed, values(0, 1, 2, 3)).run(plan("handshake", "goodput"));

        assertThat(testbed.ran()).hasSize(4);
        assertThat(testbed.restedAfter).containsExactly(4);
    }

    @Test
    void eachRepetitionHasARecordingTheLastOneThatOfTheCell() throws IOException {
        var testbed = new FakeTestbed(1, (lane, job) -> record(job, Optional.empty()));

        var cell = only(conductors.conductor(testbed, values(1, 2, 3)).run(plan("goodput")));

        var folder = conductors.out().resolve(cell.logs());
        assertThat(EarlierRuns.recordings(conductors.out()))
                .containsExactly(
                        folder,
                        folder.resolveSibling("goodput.repetition-1"),
                        folder.resolveSibling("goodput.repetition-2"));
        assertThat(folder.resolve("time")).hasContent("3");
    }

    @Test
    void theFirstRepetitionThatFailsFailsTheMeasurement() {
        var testbed = new FakeTestbed(1, (lane, job) -> record(job, Optional.empty()));

        var cell = only(conductors
                .conductor(
                        testbed,
                        (recording, test) -> judged.incrementAndGet() == 2
                                ? new Judgement(
                                        Verdict.of(Outcome.FAILED, ReasonCode.CHECK_FAILED, "slow"),
                                        OptionalDouble.empty())
                                : new Judgement(GREEN, OptionalDouble.empty(), OptionalDouble.of(1)))
                .run(plan("goodput")));

        assertThat(testbed.ran()).hasSize(2);
        assertThat(cell.verdict().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(cell.measurement()).isEmpty();
    }

    @Test
    void aMeasurementThatLostItsEngineBeginsAgain() throws IOException {
        var testbed = new FakeTestbed(
                1,
                (lane, job) -> record(
                        job,
                        Optional.of(new Fault(Fault.Code.ENGINE_LOST, "it went away"))
                                .filter(it -> judged.get() == 1)));
        testbed.recovers = limit -> true;

        var cell = only(conductors
                .conductor(
                        testbed,
                        (recording, test) -> new Judgement(
                                recording
                                        .fault()
                                        .map(it -> Verdict.of(Outcome.ERROR, FaultReasons.of(it)))
                                        .orElse(GREEN),
                                OptionalDouble.empty(),
                                OptionalDouble.of(judged.incrementAndGet())))
                .run(plan("goodput")));

        assertThat(cell.measurement().orElseThrow().values()).containsExactly(3.0, 4.0, 5.0);
        assertThat(cell.earlier()).hasSize(1);
        assertThat(EarlierRuns.recordings(conductors.out())).hasSize(3);
        assertThat(conductors.out().resolve(cell.logs() + ".repetition-1.attempt-1"))
                .isDirectory();
    }

    @Test
    void noOtherCellRunsBesideAMeasurement() throws InterruptedException {
        var running = new AtomicInteger();
        var beside = Collections.synchronizedList(new ArrayList<Integer>());
        var both = new CountDownLatch(2);
        var testbed = new FakeTestbed(2, (lane, job) -> {
            var now = running.incrementAndGet();
            if (job.cell().test().measure().isPresent()) {
                beside.add(now);
            } else {
                both.countDown();
                await(both);
            }
            var recording = record(job, Optional.empty());
            running.decrementAndGet();
            return recording;
        });
        var judgedWhileMeasuring = new AtomicInteger();

        conductors
                .conductor(testbed, (recording, test) -> {
                    if (test.measure().isEmpty() && !beside.isEmpty()) {
                        judgedWhileMeasuring.incrementAndGet();
                    }
                    return new Judgement(GREEN, OptionalDouble.empty(), OptionalDouble.of(1));
                })
                .run(plan("goodput", "one", "crosstraffic", "two"));

        assertThat(testbed.ran()).hasSize(8);
        // In two lanes, either may be the first.
        assertThat(testbed.ran().subList(0, 2)).containsExactlyInAnyOrder("a_a/one", "a_a/two");
        assertThat(both.getCount()).as("the others ran at the same time").isZero();
        assertThat(beside).hasSize(6).containsOnly(1);
        assertThat(judgedWhileMeasuring).hasValue(0);
    }

    @Test
    void aCancelledMeasurementIsSkippedAndHasNoValue() {
        var conductor = new Conductor[1];
        var testbed = new FakeTestbed(1, (lane, job) -> {
            conductor[0].cancel();
            return record(job, Optional.empty());
        });
        conductor[0] = conductors.conductor(testbed, values(1, 2, 3));

        var cell = only(conductor[0].run(plan("goodput")));

        assertThat(testbed.ran()).hasSize(1);
        assertThat(cell.verdict().outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(cell.measurement()).isEmpty();
    }

    @Test
    void listenersHearOfOneCell() {
        var events = Collections.synchronizedList(new ArrayList<String>());
        var testbed = new FakeTestbed(1, (lane, job) -> record(job, Optional.empty()));

        conductors
                .conductor(testbed, values(1, 2, 3), new RunListener() {
                    @Override
                    public void cellStarted(Cell cell) {
                        events.add("started");
                    }

                    @Override
                    public void cellRecorded(Cell cell) {
                        events.add("recorded");
                    }

                    @Override
                    public void cellEnded(Cell cell, CellResult result) {
                        events.add("ended");
                    }
                })
                .run(plan("goodput"));

        assertThat(events).containsExactly("started", "recorded", "ended");
    }

    private static CellResult only(dev.interop.result.RunResult result) {
        return result.cells().get(0);
    }

    private CellJudge values(double... values) {
        return (recording, test) ->
                new Judgement(GREEN, OptionalDouble.empty(), OptionalDouble.of(values[judged.getAndIncrement()]));
    }

    /** A plan whose test cases measure if their names are those of measurements. */
    private static Plan plan(String... tests) {
        var plan = Samples.plan(List.of("a"), tests);
        Function<TestCase, TestCase> measuring =
                it -> List.of("goodput", "crosstraffic").contains(it.name()) ? new MeasuringTestCase(it) : it;
        return new Plan(
                new Axes(
                        plan.protocol(),
                        plan.clients(),
                        plan.servers(),
                        plan.tests().stream().map(measuring).toList()),
                plan.cells().stream()
                        .map(it -> new Cell(
                                it.protocol(),
                                it.client(),
                                it.server(),
                                it.route(),
                                measuring.apply(it.test()),
                                it.seed()))
                        .toList(),
                plan.skipped(),
                plan.closed(),
                plan.target(),
                plan.seed());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final AtomicInteger times = new AtomicInteger();

    private Recording record(CellJob job, Optional<Fault> fault) {
        var recording = FakeTestbed.recording(job, 0, fault);
        try {
            Files.createDirectories(job.folder());
            Files.writeString(job.folder().resolve("time"), String.valueOf(times.incrementAndGet()));
            new RecordingStore().write(recording);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
