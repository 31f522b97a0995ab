package dev.interop.testbed;

import dev.interop.UserError;
import dev.interop.recording.Recording;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.CellRun;
import dev.interop.testbed.cell.CellWatch;
import dev.interop.testbed.cell.ContainerSpecs;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.cell.ProbeRun;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.RunGuard;
import dev.interop.testbed.conditions.MachineObserver;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.LaneExtension;
import dev.interop.testbed.lane.LaneExtensions;
import dev.interop.testbed.lane.LaneGuard;
import dev.interop.testbed.lane.LaneNetworks;
import dev.interop.testbed.lane.NetworkGuests;
import dev.interop.testbed.lane.SandboxPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The testbed on a Docker Engine. */
@API(status = Status.INTERNAL)
public final class DockerTestbed implements Testbed {
    private static final String OPEN_LANES =
            "the lanes are not closed towards the machine: images that mean harm can reach"
                    + " its programs and networks (%s); see docs/threat-model.md";

    private final TestbedContext context;
    private final RunGuard guard;
    private final LaneExtensions extensions;
    private final MachineObserver observer;
    private final RunningCells running;
    /** Guarded by itself. */
    private final Map<LaneNetworks, SandboxPool> lanes = new LinkedHashMap<>();

    private volatile Optional<LaneGuard> guardOfLanes = Optional.empty();
    private volatile boolean closed;
    private boolean removed;

    private DockerTestbed(TestbedContext context, RunGuard guard, List<LaneExtension> extensions) {
        this.context = context;
        this.guard = guard;
        this.observer = new MachineObserver(context.engine(), context.time());
        this.running = new RunningCells(context, () -> closed);
        this.extensions = new LaneExtensions(
                extensions,
                new NetworkGuests(context.engine(), context.owner()),
                context.threads(),
                context.options().progress());
    }

    /**
     * Connects to the container engine and creates the lanes. If the thread is interrupted or the process is terminated
     * meanwhile, everything created so far is removed.
     *
     * @throws UserError when the engine cannot be reached or no subnets are free for the lanes
     * @throws CancellationException when the thread was interrupted or the process was terminated
     */
    public static DockerTestbed open(TestbedOptions options) {
        return open(options, LaneExtensions.find(options.progress()));
    }

    /** Opens a testbed that calls only these lane extensions. */
    static DockerTestbed open(TestbedOptions options, List<LaneExtension> extensions) {
        var testbed = open(options, extensions, Engine.connect(), Machine.system());
        testbed.observer.start(testbed.context);
        return testbed;
    }

    /** Opens a testbed on this container engine and machine. Closing the testbed closes the engine connection. */
    static DockerTestbed open(
            TestbedOptions options, List<LaneExtension> extensions, ContainerBackend engine, Machine machine) {
        var owner = Owner.current(options.session());
        RunGuard guard;
        try {
            guard = RunGuard.open(engine, owner, options.progress(), machine.hooks());
        } catch (RuntimeException e) {
            machine.threads().shutdownNow();
            engine.close();
            throw e instanceof EngineFailure failure ? new UserError(failure.getMessage(), failure) : e;
        }
        var testbed = new DockerTestbed(TestbedContext.of(guard.backend(), options, owner, machine), guard, extensions);
        guard.atShutdown(testbed::close);
        try {
            testbed.makeLanes();
            return testbed;
        } catch (RuntimeException e) {
            var cancelled = testbed.closed && !(e instanceof CancellationException);
            testbed.close();
            throw cancelled
                    ? testbed.cancelled()
                    : e instanceof EngineFailure failure ? new UserError(failure.getMessage(), failure) : e;
        }
    }

    private void makeLanes() {
        var options = context.options();
        var builder = new LaneBuilder(context.engine(), context.owner(), options.progress());
        var simulator = simulator(context);
        var anyLane = simulator.isEmpty() || ContainerSpecs.worksInEveryLane(simulator.get());
        if (!anyLane && options.lanes() > 1) {
            options.progress().say("the simulator " + options.simulatorImage() + " works in lane 0 only: one lane");
        }
        var laneGuard = LaneGuard.start(context);
        guardOfLanes = Optional.of(laneGuard);
        var networks = new ArrayList<LaneNetworks>();
        for (var count = anyLane ? options.lanes() : 1; networks.size() < count; ) {
            mustBeWanted();
            networks.add(anyLane ? builder.next() : builder.first(options.simulatorImage()));
        }
        networks.forEach(it -> addLane(it, laneGuard, anyLane));
        mustBeWanted();
        laneGuard.seal(networks).ifPresent(why -> options.progress().say(OPEN_LANES.formatted(why)));
        extensions.opened(networks);
        mustBeWanted();
    }

    private void addLane(LaneNetworks networks, LaneGuard laneGuard, boolean ownSimulator) {
        synchronized (lanes) {
            mustBeWanted();
            lanes.put(networks, SandboxPool.of(networks, context, laneGuard, ownSimulator));
        }
    }

    private void mustBeWanted() {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    private CancellationException cancelled() {
        return new CancellationException("the testbed was closed while its lanes were being made");
    }

    /** The simulator image. If it is missing, each cell that needs it reports that, not the testbed. */
    private static Optional<ImageFacts> simulator(TestbedContext context) {
        try {
            return Optional.of(context.images().find(context.options().simulatorImage()));
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.IMAGE_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<Lane> lanes() {
        synchronized (lanes) {
            return List.copyOf(lanes.keySet());
        }
    }

    @Override
    public Optional<String> imageId(String image) {
        try {
            return Optional.of(context.images().find(image).id());
        } catch (EngineFailure e) {
            return Optional.empty();
        }
    }

    @Override
    public Recording run(Lane lane, CellJob job) {
        var watch = new CellWatch(context.time());
        return running.run(watch, () -> new CellRun(context, sandboxes(lane), job, watch, observer).run());
    }

    @Override
    public ProbeResult probe(Lane lane, ProbeJob job) {
        var watch = new CellWatch(context.time());
        return running.run(watch, () -> new ProbeRun(context, sandboxes(lane), job, watch).run());
    }

    @Override
    public boolean recover(Duration limit) {
        return new EngineRecovery(context, observer).recover(pools(), limit, () -> !closed);
    }

    private SandboxPool sandboxes(Lane lane) {
        synchronized (lanes) {
            if (lane instanceof LaneNetworks networks && lanes.containsKey(networks)) {
                return lanes.get(networks);
            }
        }
        throw new IllegalArgumentException("not a lane of this testbed: " + lane);
    }

    /** Several threads may call this at any moment. Each call returns once everything is removed. */
    @Override
    public void close() {
        closed = true;
        closeOnce();
    }

    private synchronized void closeOnce() {
        if (removed) {
            return;
        }
        removed = true;
        // The closing thread is often interrupted, but the removal must be complete.
        var interrupted = Thread.interrupted();
        try {
            removeAll();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void removeAll() {
        observer.end();
        running.cancel();
        extensions.closing();
        pools().forEach(SandboxPool::close);
        guardOfLanes.ifPresent(LaneGuard::close);
        guard.close();
        context.threads().shutdownNow();
        context.engine().close();
    }

    private List<SandboxPool> pools() {
        synchronized (lanes) {
            return List.copyOf(lanes.values());
        }
    }
}
