package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs in which the harness, a listener or third-party code fails. */
@Timeout(30)
class BrokenRunTest {
    @TempDir
    Path temp;

    private Conductors conductors;

    @BeforeEach
    void folder() {
        conductors = new Conductors(temp);
    }

    @Test
    void anExceptionInJudgingIsAnErrorOfThatCellOnly() {
        CellJudge buggy = (recording, test) -> {
            if (test.name().equals("one")) {
                throw new IllegalStateException("boom");
            }
            return Conductors.GREEN.judge(recording, test);
        };

        var result =
                conductors.conductor(FakeTestbed.allEndWith(2, 0), buggy).run(Samples.plan(List.of("a"), "one", "two"));

        assertThat(Conductors.outcomes(result)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
        assertThat(result.cells().get(0).verdict().reason().text()).contains("boom");
    }

    @ParameterizedTest
    @MethodSource("errorsOfThirdPartyCode")
    void anErrorOfThirdPartyCodeIsAnErrorOfThatCellOnly(Error error) {
        CellJudge buggy = (recording, test) -> {
            if (test.name().equals("one")) {
                throw error;
            }
            return Conductors.GREEN.judge(recording, test);
        };
        var buggyReader = new FakeTestbed(1, (lane, job) -> {
            if (job.cell().test().name().equals("one")) {
                throw error;
            }
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var plan = Samples.plan(List.of("a"), "one", "two");

        var judged = conductors.conductor(FakeTestbed.allEndWith(2, 0), buggy).run(plan);
        var recorded = conductors.conductor(buggyReader, Conductors.GREEN).run(plan);

        assertThat(Conductors.outcomes(judged)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
        assertThat(Conductors.outcomes(recorded)).containsExactly(Outcome.ERROR, Outcome.SUCCEEDED);
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

        assertThatThrownBy(() -> conductors
                        .conductor(FakeTestbed.allEndWith(1, 0), Conductors.GREEN, broken)
                        .run(plan))
                .hasRootCauseMessage("boom");

        assertThat(known.get().cells())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.verdict().reason().text()).contains("boom"));
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

        assertThatThrownBy(() ->
                        conductors.conductor(testbed, Conductors.GREEN, full).run(plan))
                .isInstanceOf(UserError.class)
                .hasMessage("the disk is full");

        assertThat(Conductors.outcomes(known.get())).hasSize(9).startsWith(Outcome.SUCCEEDED, Outcome.SUCCEEDED);
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

        assertThatThrownBy(() -> conductors
                        .conductor(FakeTestbed.allEndWith(1, 0), Conductors.GREEN, broken)
                        .run(plan))
                .isInstanceOf(UserError.class);

        assertThat(known.get().cells())
                .hasSize(4)
                .filteredOn(it -> it.verdict().outcome() == Outcome.ERROR)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(it -> assertThat(it.verdict().reason().text()).isEqualTo("the disk is full"));
    }
}
