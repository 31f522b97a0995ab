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
import dev.interop.testbed.certificates.CertificateAuthority;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.RunGuard;
import dev.interop.testbed.context.MemoryLock;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.ImageFinder;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.LaneExtension;
import dev.interop.testbed.lane.LaneExtensions;
import dev.interop.testbed.lane.LaneNetworks;
import dev.interop.testbed.lane.NetworkGuests;
import dev.interop.testbed.lane.SandboxPool;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The testbed on a Docker Engine. */
public final class DockerTestbed implements Testbed {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

    private static final long POLL_NANOS = 10_000_000;

    private final TestbedContext context;
    private final Map<LaneNetworks, SandboxPool> lanes;
    private final Set<CellWatch> running = ConcurrentHashMap.newKeySet();
    private final RunGuard guard;
    private final LaneExtensions extensions;
    private volatile boolean closed;

    private DockerTestbed(TestbedContext context, List<LaneExtension> extensions) {
        this.context = context;
        this.extensions = new LaneExtensions(
                extensions,
                new NetworkGuests(context.engine(), context.owner()),
                context.threads(),
                context.options().progress());
        this.guard = RunGuard.open(
                context.engine(), context.owner(), context.options().progress(), this::close);
        try {
            this.lanes = lanes(context);
            this.extensions.opened(lanes.keySet());
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    /**
     * Finds the engine and makes the lanes.
     *
     * @throws UserError when the engine cannot be reached or there is no room for the lanes
     */
    public static DockerTestbed open(TestbedOptions options) {
        return open(options, LaneExtensions.find(options.progress()));
    }

    /** The same with these extensions of lanes only. */
    static DockerTestbed open(TestbedOptions options, List<LaneExtension> extensions) {
        var engine = Engine.connect();
        var owner = Owner.current(options.session());
        var context = new TestbedContext(
                engine,
                options,
                owner,
                new ImageFinder(engine, options.pull()),
                new CertificateAuthority(new SecureRandom(), Clock.systemUTC()),
                new MemoryLock(),
                new SecureRandom(),
                Clock.systemUTC(),
                threads(),
                new AtomicLong(),
                Math.min(options.limits().cpus(), engine.facts().cpus()));
        try {
            return new DockerTestbed(context, extensions);
        } catch (RuntimeException e) {
            context.threads().shutdownNow();
            engine.close();
            throw e instanceof EngineFailure failure ? new UserError(failure.getMessage(), failure) : e;
        }
    }

    private static Map<LaneNetworks, SandboxPool> lanes(TestbedContext context) {
        var options = context.options();
        var builder = new LaneBuilder(context.engine(), context.owner(), options.progress());
        var simulator = simulator(context);
        var anyLane = simulator.isEmpty() || ContainerSpecs.worksInEveryLane(simulator.get());
        if (!anyLane && options.lanes() > 1) {
            options.progress().say("the simulator " + options.simulatorImage() + " works in lane 0 only: one lane");
        }
        var networks = anyLane ? builder.lanes(options.lanes()) : List.of(builder.first(options.simulatorImage()));
        var lanes = new LinkedHashMap<LaneNetworks, SandboxPool>();
        networks.forEach(it -> lanes.put(it, SandboxPool.of(it, context, anyLane)));
        return lanes;
    }

    /** A missing simulator is told by each cell that needs it. */
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

    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "interop-testbed");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public List<Lane> lanes() {
        return List.copyOf(lanes.keySet());
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
        var watch = new CellWatch();
        return cancellable(watch, () -> new CellRun(context, sandboxes(lane), job, watch).run());
    }

    @Override
    public ProbeResult probe(Lane lane, ProbeJob job) {
        var watch = new CellWatch();
        return cancellable(watch, () -> new ProbeRun(context, sandboxes(lane), job, watch).run());
    }

    private SandboxPool sandboxes(Lane lane) {
        if (lane instanceof LaneNetworks networks && lanes.containsKey(networks)) {
            return lanes.get(networks);
        }
        throw new IllegalArgumentException("not a lane of this testbed: " + lane);
    }

    /**
     * Runs it in another thread, so that an interrupt ends the cell in order instead of breaking a call to the engine off
     * in its middle.
     */
    private <T> T cancellable(CellWatch watch, Supplier<T> action) {
        running.add(watch);
        if (closed) {
            running.remove(watch);
            throw new CancellationException("the testbed is closed");
        }
        var result = CompletableFuture.supplyAsync(action, context.threads());
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    watch.cancel();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            running.remove(watch);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.forEach(CellWatch::cancel);
        awaitRunning();
        extensions.closing();
        lanes.values().forEach(SandboxPool::close);
        guard.close();
        context.threads().shutdownNow();
        context.engine().close();
    }

    private void awaitRunning() {
        var idle = CompletableFuture.runAsync(
                () -> {
                    while (!running.isEmpty()) {
                        LockSupport.parkNanos(POLL_NANOS);
                    }
                },
                context.threads());
        try {
            idle.get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            context.options().progress().say("a cell did not end in time; its containers are removed all the same");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
