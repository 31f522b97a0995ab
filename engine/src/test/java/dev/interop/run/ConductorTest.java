package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.protocol.Route;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.registry.Role;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ConductorTest {
    private static final CellJudge GREEN = (recording, test) ->
            new Judgement(Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), OptionalDouble.of(0.5));

    @TempDir
    Path temp;

    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

    private final RunListener log = new RunListener() {
        @Override
        public void cellStarted(Cell cell) {
            events.add("started " + cell.id());
        }

        @Override
        public void cellEnded(Cell cell, CellResult result) {
            events.add("ended " + cell.id());
        }
    };

    @Test
    void everyCellOfThePlanIsRunAndJudged() {
        var plan = Samples.plan(List.of("a", "b", "c"), "one", "two");

        var result = conductor(FakeTestbed.allEndWith(2, 0), GREEN).run(plan);

        assertThat(result.cells())
                .extracting(CellResult::id)
                .containsExactlyElementsOf(plan.cells().stream().map(Cell::id).toList());
        assertThat(outcomes(result)).containsOnly(Outcome.SUCCEEDED);
        assertThat(events).hasSize(2 * 18);
    }

    @Test
    void aLaneRunsTheNextCellWhileThePreviousOneIsJudged() throws Exception {
        var bothRan = new CountDownLatch(2);
        var testbed = new FakeTestbed(1, (lane, job) -> {
            bothRan.countDown();
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        // Judging waits until the second cell runs, so the test ends only if the two overlap.
        CellJudge waiting = (recording, test) -> {
            try {
                assertThat(bothRan.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return GREEN.judge(recording, test);
        };

        var result = conductor(testbed, waiting).run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(outcomes(result)).containsExactly(Outcome.SUCCEEDED, Outcome.SUCCEEDED);
    }

    @Test
    void cellsOfAnImplementationThatIsNotCompliantAreSkippedWithTheReason() {
        var testbed = FakeTestbed.allEndWith(2, 0).withNonCompliant("b", Role.SERVER);

        var result = conductor(testbed, GREEN).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(outcomes(result))
                .containsExactly(Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.SKIPPED, Outcome.SKIPPED);
        var reason = result.cells().get(2).verdict().reason();
        assertThat(reason.code()).isEqualTo(ReasonCode.NOT_COMPLIANT);
        assertThat(reason.text()).contains("b as server").contains("it ended with exit code 0");
        assertThat(testbed.ran).containsExactlyInAnyOrder("a_a/one", "a_b/one");
    }

    @Test
    void anImplementationIsProbedOnceForEachVersionWhateverTheTransport() {
        var plan = Samples.plan(List.of("a"), "one");
        var cells = Stream.of("one quic", "one webtransport", "two quic", "two webtransport")
                .map(it -> it.split(" "))
                .map(it -> new Route(
                        it[0] + "-" + it[1],
                        Optional.of(it[1]),
                        Optional.of(ProtocolVersion.of(it[0])),
                        Optional.empty(),
                        Optional.empty()))
                .map(it -> withRoute(plan.cells().get(0), it))
                .toList();
        var routes = new Plan(
                plan.protocol(),
                plan.clients(),
                plan.servers(),
                plan.tests(),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                42);
        var probed = new ConcurrentLinkedQueue<String>();
        var listener = new RunListener() {
            @Override
            public void probed(ComplianceProbe probe) {
                var route = probe.route();
                probed.add(probe.role().label() + " " + route.version().orElseThrow() + " "
                        + route.transport().orElseThrow());
            }
        };

        conductor(FakeTestbed.allEndWith(2, 0), GREEN, listener).run(routes);

        assertThat(probed)
                .containsExactlyInAnyOrder("server one quic", "client one quic", "server two quic", "client two quic");
    }

    private static Cell withRoute(Cell cell, Route route) {
        return new Cell(cell.protocol(), cell.client(), cell.server(), route, cell.test(), cell.seed());
    }

    @Test
    void theResultOfAProbeIsCachedForTheSameImage() {
        var plan = Samples.plan(List.of("a"), "one");
        conductor(FakeTestbed.allEndWith(1, 0), GREEN).run(plan);
        var second = FakeTestbed.allEndWith(1, 0);

        conductor(second, GREEN).run(plan);

        assertThat(second.probed).isEmpty();
        assertThat(second.ran).hasSize(1);
    }

    @Test
    void noFurtherCellRunsAfterACancel() {
        var self = new AtomicReference<Conductor>();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            self.get().cancel();
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        self.set(conductor(testbed, GREEN));

        var result = self.get().run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(outcomes(result))
                .containsExactly(Outcome.SUCCEEDED, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.SKIPPED);
        assertThat(result.cells().get(3).verdict().reason().code()).isEqualTo(ReasonCode.CANCELLED);
    }

    @Test
    void remainingCellsAreSkippedWhenTheTestbedCloses() {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            throw new CancellationException("the testbed is closed");
        });

        var result = conductor(testbed, GREEN).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(result.cells())
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }

    @Test
    void aLostContainerEngineEndsTheRunAndIsTheReasonOfEveryCell() {
        var testbed = new FakeTestbed(
                1,
                (lane, job) -> FakeTestbed.recording(
                        job, 0, Optional.of(new Fault(Fault.Code.ENGINE_LOST, "the engine went away"))));

        var result = conductor(
                        testbed,
                        (recording, test) -> new Judgement(
                                Verdict.of(Outcome.ERROR, ReasonCode.ENGINE_LOST, "the engine went away"),
                                OptionalDouble.empty()))
                .run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(testbed.ran).hasSize(1);
        assertThat(outcomes(result)).containsOnly(Outcome.ERROR);
    }

    @Test
    void anExceptionInJudgingIsAnErrorOfThatCellOnly() {
        CellJudge buggy = (recording, test) -> {
            if (test.name().equals("one")) {
                throw new IllegalStateException("boom");
            }
            return GREEN.judge(recording, test);
        };

        var result = conductor(FakeTestbed.allEndWith(2, 0), buggy).run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(outcomes(result)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
        assertThat(result.cells().get(0).verdict().reason().text()).contains("boom");
    }

    @ParameterizedTest
    @MethodSource("errorsOfThirdPartyCode")
    void anErrorOfThirdPartyCodeIsAnErrorOfThatCellOnly(Error error) {
        CellJudge buggy = (recording, test) -> {
            if (test.name().equals("one")) {
                throw error;
            }
            return GREEN.judge(recording, test);
        };
        var buggyReader = new FakeTestbed(1, (lane, job) -> {
            if (job.test().name().equals("one")) {
                throw error;
            }
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var plan = Samples.plan(List.of("a"), "one", "two");

        var judged = conductor(FakeTestbed.allEndWith(2, 0), buggy).run(plan);
        var recorded = conductor(buggyReader, GREEN).run(plan);

        assertThat(outcomes(judged)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
        assertThat(outcomes(recorded)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
        assertThat(judged.cells().get(0).verdict().reason().text()).contains(error.toString());
    }

    static Stream<Error> errorsOfThirdPartyCode() {
        return Stream.of(
                new NoSuchMethodError("gone"), new AssertionError("impossible"), new StackOverflowError("deep"));
    }

    @Test
    void listenersReceiveTheResultsSoFarWhateverEndsTheRun() {
        var plan = Samples.plan(List.of("a"), "one", "two");
        var known = new AtomicReference<RunResult>();
        var broken = new RunListener() {
            @Override
            public void cellStarted(Cell cell) {
                throw new IllegalStateException("boom");
            }

            @Override
            public void runBrokeOff(RunResult result) {
                known.set(result);
            }
        };

        assertThatThrownBy(() ->
                        conductor(FakeTestbed.allEndWith(1, 0), GREEN, broken).run(plan))
                .hasRootCauseMessage("boom");

        assertThat(known.get().cells())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.verdict().reason().text()).contains("boom"));
    }

    @Test
    void aJudgementThatIsCancelledCancelsTheRun() {
        CellJudge cancelled = (recording, test) -> {
            throw new CancellationException("the tool was closed");
        };

        var result = conductor(FakeTestbed.allEndWith(1, 0), cancelled).run(Samples.plan(List.of("a"), "one"));

        assertThat(result.cells())
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }

    /** The conductor asks for the lanes whenever it makes a pool of threads or its workers. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
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
        self.set(conductor(testbed, GREEN));

        var result = self.get().run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(calls).hasValue(6);
        assertThat(result.cells())
                .hasSize(4)
                .extracting(it -> it.verdict().reason().code())
                .containsOnly(ReasonCode.CANCELLED);
    }

    @Test
    void aRunWhoseResultsCannotBeWrittenEndsWithTheErrorAndTheResultsSoFar() {
        var plan = Samples.plan(List.of("a", "b", "c"), "one");
        var testbed = FakeTestbed.allEndWith(1, 0);
        var known = new AtomicReference<RunResult>();
        var full = new RunListener() {
            @Override
            public void cellEnded(Cell cell, CellResult result) {
                if (cell.id().equals(plan.cells().get(1).id())) {
                    throw new UserError("the disk is full").ofEnvironment();
                }
            }

            @Override
            public void runBrokeOff(RunResult result) {
                known.set(result);
            }
        };

        assertThatThrownBy(() -> conductor(testbed, GREEN, full).run(plan))
                .isInstanceOf(UserError.class)
                .hasMessage("the disk is full");

        assertThat(outcomes(known.get())).hasSize(9).startsWith(Outcome.SUCCEEDED, Outcome.SUCCEEDED);
    }

    @Test
    void cellsWithoutAVerdictAreErrorsWhenARunIsAborted() {
        var plan = Samples.plan(List.of("a", "b"), "one");
        var known = new AtomicReference<RunResult>();
        var broken = new RunListener() {
            @Override
            public void cellStarted(Cell cell) {
                if (cell.id().equals(plan.cells().get(1).id())) {
                    throw new UserError("the disk is full").ofEnvironment();
                }
            }

            @Override
            public void runBrokeOff(RunResult result) {
                known.set(result);
            }
        };

        assertThatThrownBy(() ->
                        conductor(FakeTestbed.allEndWith(1, 0), GREEN, broken).run(plan))
                .isInstanceOf(UserError.class);

        assertThat(known.get().cells())
                .hasSize(4)
                .filteredOn(it -> it.verdict().outcome() == Outcome.ERROR)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(it -> assertThat(it.verdict().reason().text()).isEqualTo("the disk is full"));
    }

    @Test
    void aSelectionOfThePlanKeepsItsSeeds() {
        var whole = Samples.plan(List.of("a", "b"), "one", "two");

        Plan part = whole.only(it -> it.id().equals("sample/b_a/two"));

        assertThat(part.cells()).containsExactly(whole.cells().get(5));
        assertThat(part.clients()).extracting("name").containsExactly("a");
        assertThat(part.tests()).extracting("name").containsExactly("two");
    }

    @Test
    void listenersReceiveAClientsReportsWhileItRuns() {
        var heard = new ConcurrentLinkedQueue<String>();
        var meanwhile = new ArrayList<String>();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            job.clientStdout().accept("first\n".getBytes(StandardCharsets.UTF_8));
            meanwhile.addAll(heard);
            job.clientStdout().accept("last".getBytes(StandardCharsets.UTF_8));
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var listener = new RunListener() {
            @Override
            public void cellReported(Cell cell, Report report) {
                heard.add(report.path().get(0));
            }
        };

        conductor(testbed, GREEN, listener).run(Samples.reporting("a", "handshake"));

        assertThat(meanwhile).containsExactly("first");
        assertThat(heard).containsExactly("first", "last");
    }

    private Conductor conductor(Testbed testbed, CellJudge judge) {
        return conductor(testbed, judge, log);
    }

    private Conductor conductor(Testbed testbed, CellJudge judge, RunListener listener) {
        return new Conductor(
                testbed,
                judge,
                RunFolder.create(
                        Optional.of(temp.resolve("out")),
                        false,
                        Clock.systemUTC(),
                        new RunInputs(42, List.of(), Map.of())),
                new RunListeners(List.of(listener)),
                Clock.systemUTC(),
                Optional.of(new ProbeCache(temp.resolve("cache"))));
    }

    private static List<Outcome> outcomes(RunResult result) {
        return result.cells().stream().map(it -> it.verdict().outcome()).toList();
    }
}
