package dev.interop.testbed.cell;

import dev.interop.NoteListener;
import dev.interop.plan.Cell;
import dev.interop.protocol.Contract;
import dev.interop.protocol.DelegatingContract;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.RunnerContract;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.testbed.SampleOptions;
import dev.interop.testbed.Scripted;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.conditions.MachineObserver;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.LaneGuard;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.tool.ToolImage;
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
    private boolean besideTcp;
    private KeepRule keepRule = KeepRule.NEVER;
    private Optional<String> scenario = Optional.of("a scenario");
    private Contract contract = new RunnerContract();
    private Optional<SandboxPool> sandboxes = Optional.empty();

    SimulatedBed(Path folder) {
        this.folder = folder;
    }

    /** A bed with network sandboxes that are kept from cell to cell. */
    SimulatedBed withSandboxes() {
        engine.withImage(ToolImage.SANDBOX.defaultReference(), Map.of());
        return this;
    }

    /** A cell of a protocol whose clients report, with a listener. */
    SimulatedBed reporting(OutputDisk onto, Consumer<byte[]> to) {
        disk = onto;
        clientStdout = to;
        reporting = true;
        return this;
    }

    /** A cell without a simulator, with an observer in the server's sandbox. */
    SimulatedBed withObserver() {
        scenario = Optional.empty();
        contract = new Simple(contract);
        engine.withImage(
                Scripted.IMAGE, Map.of("dev.interop.simulator.seed", "true", "dev.interop.simulator.observe", "true"));
        return withSandboxes();
    }

    /** A cell with a TCP flow beside it. */
    SimulatedBed besideTcp() {
        besideTcp = true;
        engine.withImage(ToolImage.IPERF.defaultReference(), Map.of());
        return withSandboxes();
    }

    /** A cell whose containers stay, or not. */
    SimulatedBed keeping(KeepRule rule) {
        keepRule = rule;
        return this;
    }

    void cancelsAfter(long millis) {
        time.after(Duration.ofMillis(millis), watch::cancel);
    }

    Recording run() {
        var test = Scripted.test(scenario, LIMIT, besideTcp);
        var endpoint = Scripted.endpoint("");
        var context = TestbedContext.of(
                engine,
                SampleOptions.of("simulated").withSimulatorImage(Scripted.IMAGE).withProgress(NoteListener.SILENT),
                Owner.current("simulated"),
                new Machine(time, time.clock(), SimulatedTime.threads(), disk, ShutdownHooks.RUNTIME));
        if (sandboxes.isEmpty()) {
            var lane = new LaneBuilder(engine, context.owner(), NoteListener.SILENT).next();
            sandboxes = Optional.of(SandboxPool.of(lane, context, LaneGuard.start(context), true));
        }
        var job = new CellJob(
                new Cell(protocol(test), endpoint, endpoint, Route.direct(), test, 1), folder, clientStdout);
        return new CellRun(context, sandboxes.get(), job.with(keepRule), watch, new MachineObserver(engine, time))
                .run();
    }

    void closeSandboxes() {
        sandboxes.ifPresent(SandboxPool::close);
    }

    private Protocol protocol(TestCase test) {
        return new Simulated(test, reporting, contract);
    }

    private record Simulated(TestCase test, boolean reports, Contract contract) implements Protocol {
        @Override
        public String name() {
            return "quic";
        }

        @Override
        public String title() {
            return "QUIC";
        }

        @Override
        public List<TestCase> testCases() {
            return List.of(test);
        }
    }

    /** A cell of endpoints that do not set up routes to a simulator. */
    private record Simple(Contract base) implements DelegatingContract {
        @Override
        public NetworkSetup networkSetup() {
            return NetworkSetup.TESTBED;
        }
    }
}
