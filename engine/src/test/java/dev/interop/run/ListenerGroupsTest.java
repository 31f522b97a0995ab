package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.protocol.Report.Status;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.reuse.CellChoice;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ListenerGroupsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private final Plan plan = Samples.plan(List.of("a", "b"), "one");

    @Test
    void everyListenerReceivesAllEventsInOrderFromOneThread() {
        var first = new Recorder();
        var second = new Recorder();
        try (var listenerGroups = ListenerGroups.of(List.of(), notes -> List.of(first, second), LONG)) {
            run(listenerGroups);
        }

        assertThat(first.received).isEqualTo(second.received).hasSize(2 + 4 * 3);
        assertThat(first.received.get(0)).isEqualTo("run started");
        assertThat(first.received.get(first.received.size() - 1)).isEqualTo("run ended");
        for (var cell : plan.cells()) {
            assertThat(first.received)
                    .containsSubsequence("started " + cell.id(), "recorded " + cell.id(), "ended " + cell.id());
        }
        assertThat(first.threads).containsOnly("interop-listener");
    }

    @Test
    void anExceptionIsNotedOnceAndChangesNoVerdictAndAllListenersReceiveLaterEvents() {
        var callers = new Recorder();
        var after = new Recorder();
        var broken = new RunListener() {
            @Override
            public void cellEnded(Cell cell, CellResult result) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        };
        RunResult result;
        try (var listenerGroups = ListenerGroups.of(List.of(callers), notes -> List.of(broken, after), LONG)) {
            result = run(listenerGroups);
        }

        assertThat(result.cells()).extracting(it -> it.verdict().outcome()).containsOnly(Outcome.SUCCEEDED);
        assertThat(after.received).contains("run ended").hasSize(2 + 4 * 3);
        assertThat(callers.notes)
                .singleElement()
                .asString()
                .contains(broken.getClass().getName(), "failed in cellEnded", "com/example/Gone");
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverAListenerThrowsTheOtherListenersReceiveAllEvents(Throwable thrown) {
        var callers = new Recorder();
        var after = new Recorder();
        try (var listenerGroups =
                ListenerGroups.of(List.of(callers), notes -> List.of(new Throwing(thrown), after), LONG)) {
            run(listenerGroups);
        }

        assertThat(after.received).contains("run ended").hasSize(2 + 4 * 3);
        assertThat(callers.received).contains("run ended").hasSize(2 + 4 * 3);
        assertThat(callers.notes).singleElement().asString().contains("failed in cellStarted", thrown.toString());
    }

    @ParameterizedTest
    @MethodSource("thrown")
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverAListenerOfTheCallerThrowsTheRunEndsAndFails(Throwable thrown) {
        try (var listenerGroups = ListenerGroups.of(List.of(new Throwing(thrown)), notes -> List.of(), LONG)) {
            run(listenerGroups);

            assertThatThrownBy(listenerGroups::check).hasCause(thrown);
        }
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IOException("no disk"),
                new InterruptedException("interrupted"),
                new IOError(new IOException("no disk")),
                new ServiceConfigurationError("no provider"),
                new OutOfMemoryError("no memory"),
                new NoSuchMethodError("no method"));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aListenerThatInterruptsItsThreadDisturbsNoOtherListener() {
        var interrupting = new RunListener() {
            @Override
            public void cellStarted(Cell cell) {
                Thread.currentThread().interrupt();
            }
        };
        var interrupted = new AtomicBoolean();
        Recorder after = new Recorder() {
            @Override
            public void cellStarted(Cell cell) {
                super.cellStarted(cell);
                interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
            }
        };
        try (var listenerGroups =
                ListenerGroups.of(List.of(interrupting), notes -> List.of(interrupting, after), LONG)) {
            run(listenerGroups);
        }

        assertThat(after.received).contains("run ended").hasSize(2 + 4 * 3);
        assertThat(interrupted).isFalse();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void groupsCanBeClosedTwice() {
        var callers = new Recorder();
        var listenerGroups = ListenerGroups.of(List.of(callers), notes -> List.of(), LONG);
        run(listenerGroups);

        listenerGroups.close();
        listenerGroups.close();

        assertThat(callers.received).contains("run ended");
    }

    @Test
    void aListenerThatHangsDelaysNoCellAndIsInterruptedWithANote() throws InterruptedException {
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
        try (var listenerGroups =
                ListenerGroups.of(List.of(callers), notes -> List.of(hanging), Duration.ofMillis(1))) {
            listenerGroups.listener().cellStarted(plan.cells().get(0));
            entered.await();
            assertThat(run(listenerGroups).cells()).hasSize(4);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(callers.received).contains("run ended");
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
        try (var listenerGroups = ListenerGroups.of(List.of(), notes -> List.of(slow), LONG)) {
            run(listenerGroups);
            assertThat(ended).containsExactly("written");
        }
    }

    @Test
    void aFailingListenerOfTheCallerFailsTheRun() {
        var broken = new RunListener() {
            @Override
            public void runEnded(RunResult result) {
                throw new IllegalStateException("boom");
            }
        };
        try (var listenerGroups = ListenerGroups.of(List.of(broken), notes -> List.of(), LONG)) {
            run(listenerGroups);

            assertThatThrownBy(listenerGroups::check).hasRootCauseMessage("boom");
        }
    }

    @Test
    void onlyReportsAreDroppedForASlowListener() {
        var slow = new Waiting();
        var cell = plan.cells().get(0);
        try (var queue = ListenerQueue.limited(slow, LONG, 3)) {
            queue.cellStarted(cell);
            report(queue, cell);
            queue.cellRecorded(cell);
            slow.released.countDown();

            assertThat(queue.await()).isTrue();
        }
        assertThat(slow.received).containsExactly("point 0", "point 1", "point 2", "recorded");
    }

    @Test
    void aListenerOfTheCallerThatIsFarBehindMissesReportsWithANoteAndBlocksNobody() {
        var slow = new Waiting();
        var cell = plan.cells().get(0);
        try (var queue = ListenerQueue.patient(slow, 3)) {
            queue.cellStarted(cell);
            assertTimeoutPreemptively(LONG, () -> report(queue, cell));
            slow.released.countDown();

            assertThat(queue.await()).isTrue();
        }
        assertThat(slow.received).containsExactly("point 0", "point 1", "point 2");
        assertThat(slow.notes).singleElement().asString().contains("some of the clients' reports are not shown");
    }

    private static void report(RunListener listener, Cell cell) {
        IntStream.range(0, 100)
                .forEach(it ->
                        listener.cellReported(cell, new Report.Result(List.of("point " + it), Status.PASSED, "")));
    }

    private RunResult run(ListenerGroups listenerGroups) {
        var conductor = new Conductor(
                FakeTestbed.allEndWith(2, 0),
                (recording, test) -> new Judgement(
                        Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), OptionalDouble.of(0.5)),
                RunFolder.create(
                        Settings.read(
                                parameter -> Optional.of(temp.resolve("out").toString())
                                        .filter(it -> parameter == OutputParameters.OUT)),
                        Clock.systemUTC(),
                        new RunInputs("", 42, List.of(), Map.of())),
                listenerGroups.listener(),
                Clock.systemUTC(),
                MonotonicTime.SYSTEM,
                Optional.empty(),
                RunRules.whole(1),
                CellChoice.ALL);
        var result = conductor.run(plan);
        listenerGroups.await();
        return result;
    }

    /** Throws this as Kotlin does: checked exceptions are not declared. */
    private record Throwing(Throwable thrown) implements RunListener {
        @Override
        public void cellStarted(Cell cell) {
            Throwing.<RuntimeException>sneak(thrown);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }

    /** Handles the start of a cell only once it is released. */
    private static final class Waiting implements RunListener {
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> received = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void cellStarted(Cell cell) {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void cellReported(Cell cell, Report report) {
            received.add(report.path().get(0));
        }

        @Override
        public void cellRecorded(Cell cell) {
            received.add("recorded");
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }

    private static class Recorder implements RunListener {
        private final List<String> received = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> threads = new ArrayList<>();

        @Override
        public void runStarted(Plan plan, Path folder) {
            receive("run started");
        }

        @Override
        public void cellStarted(Cell cell) {
            receive("started " + cell.id());
        }

        @Override
        public void cellRecorded(Cell cell) {
            receive("recorded " + cell.id());
        }

        @Override
        public void cellEnded(Cell cell, CellResult result) {
            receive("ended " + cell.id());
        }

        @Override
        public void runEnded(RunResult result) {
            receive("run ended");
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }

        private void receive(String event) {
            received.add(event);
            threads.add(Thread.currentThread().getName());
        }
    }
}
