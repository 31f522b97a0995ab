package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.tool.ToolImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A testbed that is ended while it creates its lanes, in each of the necessary calls to the engine. */
@Timeout(30)
class ClosedWhileOpeningTest {
    private static final Set<Thread.State> WAITING =
            Set.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine = fake(time);
    private final Hooks hooks = new Hooks();

    static List<Integer> calls() {
        var time = new SimulatedTime();
        var engine = fake(time);
        try (var testbed = open(time, engine, new Hooks())) {
            assertThat(testbed.lanes()).hasSize(2);
            return IntStream.rangeClosed(1, engine.calls().size()).boxed().toList();
        }
    }

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nothingIsLeftWhenTheProcessIsAskedToEndInAnyCall(int call) throws InterruptedException {
        engine.beforeCalls((name, number) -> {
            if (number == call) {
                hooks.shutDown();
            }
        });

        var thrown = catchThrowable(() -> open(time, engine, hooks).close());
        hooks.await();

        assertThat(engine.isEmpty()).as(engine.calls().toString()).isTrue();
        assertThat(thrown).isInstanceOfAny(CancellationException.class).hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nothingIsLeftWhenTheThreadIsInterruptedInAnyCall(int call) {
        engine.beforeCalls((name, number) -> {
            if (number == call) {
                Thread.currentThread().interrupt();
            }
        });

        var thrown = catchThrowable(() -> open(time, engine, hooks));

        assertThat(thrown).isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(engine.isEmpty()).as(engine.calls().toString()).isTrue();
        assertThat(hooks.all).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nothingIsLeftWhenAnyCallFails(int call) {
        engine.beforeCalls((name, number) -> {
            if (number == call) {
                throw new EngineFailure(EngineFailure.Kind.REFUSED, "not this one");
            }
        });

        // A call that only prepares a later cell fails with that cell.
        var thrown = catchThrowable(() -> open(time, engine, hooks).close());

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UserError.class).hasMessage("not this one");
        }
        assertThat(engine.isEmpty()).as(engine.calls().toString()).isTrue();
        assertThat(hooks.all).isEmpty();
    }

    private static FakeContainerBackend fake(SimulatedTime time) {
        return new FakeContainerBackend(time)
                .withImage(Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true"))
                .withImage(ToolImage.SANDBOX.defaultReference(), Map.of());
    }

    private static DockerTestbed open(SimulatedTime time, FakeContainerBackend engine, Hooks hooks) {
        return DockerTestbed.open(
                SampleOptions.of("simulated").withSimulatorImage(Scripted.IMAGE).withProgress(NoteListener.SILENT),
                List.of(),
                engine,
                new Machine(time, time.clock(), SimulatedTime.threads(), OutputDisk.files(Runnable::run), hooks));
    }

    /** The hooks of a process that a test terminates. */
    private static final class Hooks implements ShutdownHooks {
        private final ConcurrentLinkedQueue<Thread> all = new ConcurrentLinkedQueue<>();
        private volatile boolean shutDown;

        @Override
        public void add(Thread hook) {
            mustRun();
            all.add(hook);
        }

        @Override
        public void remove(Thread hook) {
            mustRun();
            all.remove(hook);
        }

        private void mustRun() {
            if (shutDown) {
                throw new IllegalStateException("Shutdown in progress");
            }
        }

        /** Runs all hooks, each until it has ended or waits for another thread. */
        private void shutDown() {
            shutDown = true;
            all.forEach(Thread::start);
            while (!all.stream().map(Thread::getState).allMatch(WAITING::contains)) {
                Thread.onSpinWait();
            }
        }

        private void await() throws InterruptedException {
            for (var hook : all) {
                hook.join();
            }
        }
    }
}
