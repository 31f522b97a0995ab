package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.config.Caller;
import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.protocol.Route;
import dev.interop.registry.Role;
import dev.interop.result.CellResult;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConductorTest {
    @TempDir
    Path temp;

    private Conductors conductors;

    @BeforeEach
    void folder() {
        conductors = new Conductors(temp);
    }

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

        var result = conductors
                .conductor(FakeTestbed.allEndWith(2, 0), Conductors.GREEN, log)
                .run(plan);

        assertThat(result.cells())
                .extracting(CellResult::id)
                .containsExactlyElementsOf(plan.cells().stream().map(Cell::id).toList());
        assertThat(Conductors.outcomes(result)).containsOnly(Outcome.SUCCEEDED);
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
            return Conductors.GREEN.judge(recording, test);
        };

        var result = conductors.conductor(testbed, waiting).run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED, Outcome.SUCCEEDED);
    }

    @Test
    void aLaneRestsWhileItsLastCellIsJudged() {
        var rests = new CountDownLatch(1);
        var testbed = new FakeTestbed(1, (lane, job) -> FakeTestbed.recording(job, 0, Optional.empty())) {
            @Override
            public void rest(Lane lane) {
                super.rest(lane);
                rests.countDown();
            }
        };
        // Judging waits for it, so the test ends only if the two overlap.
        CellJudge waiting = (recording, test) -> {
            try {
                assertThat(test.name().equals("one") || rests.await(10, TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Conductors.GREEN.judge(recording, test);
        };

        var result = conductors.conductor(testbed, waiting).run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.SUCCEEDED, Outcome.SUCCEEDED);
        assertThat(testbed.restedAfter).containsExactly(2);
    }

    @Test
    void aLaneWhoseContainersMayHaveToStayDoesNotRest() {
        var testbed = FakeTestbed.allEndWith(1, 0);
        var keeping = new RunRules(1, true, OptionalInt.empty(), Optional.empty(), new Caller.Tests());

        new Conductors(temp, keeping).conductor(testbed, Conductors.GREEN).run(Samples.plan(List.of("a"), "one"));

        assertThat(testbed.restedAfter).isEmpty();
    }

    @Test
    void cellsOfAnImplementationThatIsNotCompliantAreSkippedWithTheReason() {
        var testbed = FakeTestbed.allEndWith(2, 0).withNonCompliant("b", Role.SERVER);

        var result = conductors.conductor(testbed, Conductors.GREEN).run(Samples.plan(List.of("a", "b"), "one"));

        assertThat(Conductors.outcomes(result))
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
        var routes = new Plan(plan.axes(), cells, List.of(), List.of(), Optional.empty(), 42);
        var probed = new ConcurrentLinkedQueue<String>();
        var listener = new RunListener() {
            @Override
            public void probed(ComplianceProbe probe) {
                var route = probe.route();
                probed.add(probe.role().label() + " " + route.version().orElseThrow() + " "
                        + route.transport().orElseThrow());
            }
        };

        conductors
                .conductor(FakeTestbed.allEndWith(2, 0), Conductors.GREEN, listener)
                .run(routes);

        assertThat(probed)
                .containsExactlyInAnyOrder("server one quic", "client one quic", "server two quic", "client two quic");
    }

    private static Cell withRoute(Cell cell, Route route) {
        return new Cell(cell.protocol(), cell.client(), cell.server(), route, cell.test(), cell.seed());
    }

    @Test
    void theResultOfAProbeIsCachedForTheSameImage() {
        var plan = Samples.plan(List.of("a"), "one");
        conductors.conductor(FakeTestbed.allEndWith(1, 0), Conductors.GREEN).run(plan);
        var second = FakeTestbed.allEndWith(1, 0);

        conductors.conductor(second, Conductors.GREEN).run(plan);

        assertThat(second.probed).isEmpty();
        assertThat(second.ran).hasSize(1);
    }

    @Test
    void aClockThatIsSetDuringARunDoesNotChangeItsDuration() {
        var moments = List.of(Instant.parse("2026-01-01T12:00:00Z"), Instant.parse("2026-01-01T09:00:00Z"))
                .iterator();
        var clock = new SettableClock();
        clock.now = moments.next();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            conductors.time.sleep(Duration.ofSeconds(7));
            clock.now = moments.next();
            return FakeTestbed.recording(job, 0, Optional.empty());
        });

        var result = conductors
                .conductor(testbed, Conductors.GREEN, new RunListener() {}, clock)
                .run(Samples.plan(List.of("a"), "one"));

        assertThat(Duration.between(result.started(), result.ended())).isEqualTo(Duration.ofSeconds(7));
        assertThat(result.cells().get(0).times().orElseThrow().judge()).isZero();
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
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

        conductors.conductor(testbed, Conductors.GREEN, listener).run(Samples.reporting("a", "handshake"));

        assertThat(meanwhile).containsExactly("first");
        assertThat(heard).containsExactly("first", "last");
    }
}
