package dev.interop.testbed.cell;

import dev.interop.NoteListener;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.testbed.Scripted;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testing.SimpleProtocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a cell on a fake engine, in simulated time and in one thread. */
final class SimulatedBed {
    static final Duration LIMIT = Duration.ofSeconds(60);

    final SimulatedTime time = new SimulatedTime();
    final FakeContainerBackend engine =
            new FakeContainerBackend(time).withImage(Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true"));
    final CellWatch watch = new CellWatch(time);
    private final Path folder;
    private OutputDisk disk = OutputDisk.files(Runnable::run);
    private Consumer<byte[]> clientStdout = bytes -> {};
    private boolean reporting;
    private Optional<SandboxPool> sandboxes = Optional.empty();

    SimulatedBed(Path folder) {
        this.folder = folder;
    }

    /** With network sandboxes that are kept from cell to cell. */
    SimulatedBed withSandboxes() {
        engine.withImage(TestbedOptions.DEFAULT_HOLDER, Map.of());
        return this;
    }

    /** Of a protocol whose clients report, with somebody who listens. */
    SimulatedBed reporting(OutputDisk onto, Consumer<byte[]> to) {
        disk = onto;
        clientStdout = to;
        reporting = true;
        return this;
    }

    void cancelsAfter(long millis) {
        time.after(Duration.ofMillis(millis), watch::cancel);
    }

    Recording run() {
        var test = Scripted.test(Optional.of("a scenario"), LIMIT);
        var endpoint = Scripted.endpoint("");
        var context = TestbedContext.of(
                engine,
                TestbedOptions.defaults("simulated")
                        .withSimulatorImage(Scripted.IMAGE)
                        .withProgress(NoteListener.SILENT),
                Owner.current("simulated"),
                new Machine(time, time.clock(), SimulatedTime.threads(), disk, ShutdownHooks.RUNTIME));
        if (sandboxes.isEmpty()) {
            var lane = new LaneBuilder(engine, context.owner(), NoteListener.SILENT).next();
            sandboxes = Optional.of(SandboxPool.of(lane, context, true));
        }
        var job = new CellJob(protocol(test), endpoint, endpoint, Route.direct(), test, 1, folder, clientStdout);
        return new CellRun(context, sandboxes.get(), job, watch).run();
    }

    void closeSandboxes() {
        sandboxes.ifPresent(SandboxPool::close);
    }

    private Protocol protocol(TestCase test) {
        return reporting ? new Reporting(test) : new SimpleProtocol(List.of(test));
    }

    private record Reporting(TestCase test) implements Protocol {
        @Override
        public String name() {
            return "quic";
        }

        @Override
        public String title() {
            return "QUIC";
        }

        @Override
        public boolean reports() {
            return true;
        }

        @Override
        public List<TestCase> testCases() {
            return List.of(test);
        }
    }
}
