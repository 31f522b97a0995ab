package dev.interop.testbed;

import dev.interop.UserError;
import dev.interop.protocol.CertificateChain;
import dev.interop.recording.Recording;
import dev.interop.registry.Endpoint;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.CellRun;
import dev.interop.testbed.cell.CellWatch;
import dev.interop.testbed.cell.EndpointImage;
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
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneExtension;
import dev.interop.testbed.lane.LaneExtensions;
import dev.interop.testbed.lane.NetworkGuests;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The testbed on a Docker Engine. */
@API(status = Status.INTERNAL)
public final class DockerTestbed implements Testbed {
    private static final String NO_LIMITS =
            "the container engine does not limit the %s of containers: images that mean harm can use up what its machine"
                    + " has; see docs/threat-model.md";

    private final TestbedContext context;
    private final RunGuard guard;
    private final LaneExtensions extensions;
    private final MachineObserver observer;
    private final RunningCells running;
    private final List<DockerToolContainer> tools = new CopyOnWriteArrayList<>();
    private final TestbedLanes lanes;

    private volatile boolean closed;
    private boolean removed;

    private DockerTestbed(TestbedContext context, RunGuard guard, List<LaneExtension> extensions) {
        this.context = context;
        this.guard = guard;
        this.lanes = new TestbedLanes(context, this::throwIfStopped);
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
        return open(options, Engine.connect());
    }

    /**
     * Creates the lanes on this container engine, like {@link #open(TestbedOptions)}. Closing the testbed closes the
     * engine connection, and so does a failure.
     */
    public static DockerTestbed open(TestbedOptions options, ContainerBackend engine) {
        return observed(open(options, LaneExtensions.find(options.progress()), engine, Machine.system()));
    }

    /** Opens a testbed that calls only these lane extensions. */
    static DockerTestbed open(TestbedOptions options, List<LaneExtension> extensions) {
        return observed(open(options, extensions, Engine.connect(), Machine.system()));
    }

    private static DockerTestbed observed(DockerTestbed testbed) {
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
        context.engine()
                .facts()
                .limits()
                .missing()
                .ifPresent(it -> context.options().progress().say(NO_LIMITS.formatted(it)));
        // The first cell would wait for them.
        context.threads().execute(() -> context.certificates().files(CertificateChain.LEAF));
        extensions.opened(lanes.make());
        throwIfStopped();
    }

    private void throwIfStopped() {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    private CancellationException cancelled() {
        return new CancellationException("the testbed was closed while its lanes were being made");
    }

    @Override
    public List<Lane> lanes() {
        return lanes.all();
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
    public void lookAhead(Collection<Endpoint> endpoints) {
        endpoints.forEach(it -> context.threads().execute(() -> EndpointImage.lookAhead(context.images(), it)));
    }

    @Override
    public Recording run(Lane lane, CellJob job) {
        var watch = new CellWatch(context.time());
        return running.run(watch, () -> new CellRun(context, lanes.sandboxes(lane), job, watch, observer).run());
    }

    @Override
    public ProbeResult probe(Lane lane, ProbeJob job) {
        var watch = new CellWatch(context.time());
        return running.run(watch, () -> new ProbeRun(context, lanes.sandboxes(lane), job, watch).run());
    }

    @Override
    public void rest(Lane lane) {
        lanes.sandboxes(lane).rest();
    }

    @Override
    public boolean recover(Duration limit) {
        var recovered = new EngineRecovery(context, observer).recover(lanes.pools(), limit, () -> !closed);
        tools.forEach(DockerToolContainer::renew);
        return recovered;
    }

    /**
     * Opens tools in a container of this testbed, which is removed with the testbed. It starts in the background, so that the
     * first cell's judge need not wait for it.
     *
     * @param image the image with the tools and a shell
     * @throws UserError when the image is missing
     */
    public ToolContainer tools(String image) {
        try {
            var found = context.images().find(image);
            var opened = DockerToolContainer.of(context.engine(), context.owner(), found.id());
            tools.add(opened);
            context.threads().execute(opened::startAhead);
            return opened;
        } catch (EngineFailure e) {
            throw new UserError(e.getMessage(), e);
        }
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
        tools.forEach(DockerToolContainer::close);
        extensions.closing();
        lanes.close();
        guard.close();
        context.mounts().close();
        context.threads().shutdownNow();
        context.engine().close();
    }
}
