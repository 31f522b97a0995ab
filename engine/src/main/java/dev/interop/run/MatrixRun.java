package dev.interop.run;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.registry.Endpoint;
import dev.interop.result.RunResult;
import dev.interop.reuse.CellInputs;
import dev.interop.reuse.Choice;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.verdict.ReasonCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A run from its plan to its written results, for every caller: command line, IDE or build. */
@API(status = Status.INTERNAL)
public final class MatrixRun implements AutoCloseable {
    private final Plan plan;
    private final RunBackend backend;
    private final ListenerGroups listeners;
    private final Conductor conductor;
    private final RunRules rules;

    private MatrixRun(Plan plan, RunBackend backend, ListenerGroups listeners, Conductor conductor, RunRules rules) {
        this.rules = rules;
        this.plan = plan;
        this.backend = backend;
        this.listeners = listeners;
        this.conductor = conductor;
    }

    /**
     * Opens the backend, then creates the output folder. If the backend fails, no earlier run is replaced and no empty
     * run folder is left.
     *
     * @throws dev.interop.UserError when the output folder is in use or the backend cannot be opened
     */
    public static MatrixRun open(
            Settings settings, Plan plan, List<RunListener> listeners, RunBackend.Source backendSource) {
        return open("", settings, plan, listeners, backendSource);
    }

    /**
     * Like {@link #open(Settings, Plan, List, RunBackend.Source)}, for the matrix of a class.
     *
     * @param matrix the class's name, by which reports tell the cells of several classes apart
     */
    public static MatrixRun open(
            String matrix, Settings settings, Plan plan, List<RunListener> listeners, RunBackend.Source backendSource) {
        RunFolder.check(settings);
        var memory = RunMemory.read(settings, plan);
        var listenerGroups = ListenerGroups.of(listeners);
        try {
            var lanes = settings.withLanes(plan.lanes(settings.execution().lanes()));
            var besideTcp = plan.cells().stream().anyMatch(it -> it.test().besideTcp());
            var backend = backendSource.open(besideTcp ? lanes : lanes.withoutIperf(), listenerGroups.listener()::note);
            try {
                backend.testbed().lookAhead(images(plan));
                return new MatrixRun(
                        plan,
                        backend,
                        listenerGroups,
                        conductor(matrix, settings, plan, listenerGroups.listener(), backend, memory),
                        RunRules.of(settings));
            } catch (RuntimeException e) {
                backend.close();
                throw e;
            }
        } catch (RuntimeException e) {
            listenerGroups.close();
            throw e;
        }
    }

    /** One endpoint for each image of the plan. */
    private static Collection<Endpoint> images(Plan plan) {
        var byImage = new LinkedHashMap<String, Endpoint>();
        for (var cell : plan.cells()) {
            for (var endpoint : List.of(cell.clientEndpoint(), cell.serverEndpoint())) {
                endpoint.image().ifPresent(it -> byImage.putIfAbsent(it, endpoint));
            }
        }
        return byImage.values();
    }

    /**
     * Checks what a run would refuse that needs no container engine: its folder, and the earlier runs that it makes use of.
     *
     * @throws dev.interop.UserError when the output folder is in use, or an earlier run is not there
     */
    public static void check(Settings settings, Plan plan) {
        RunFolder.check(settings);
        RunMemory.read(settings, plan);
    }

    /**
     * Decides like a run which cells of its plan run, but runs nothing.
     *
     * @param imageId image → its id; empty if it is not on this machine
     * @throws dev.interop.UserError when an earlier run is not there
     */
    public static Choice choice(Settings settings, Plan plan, Function<String, Optional<String>> imageId) {
        return RunMemory.read(settings, plan)
                .choice(inputs(settings, imageId), Instant.now())
                .of(plan.cells());
    }

    private static CellInputs inputs(Settings settings, Function<String, Optional<String>> imageId) {
        return new CellInputs(settings, imageId, DockerBackend.passedOn());
    }

    private static Conductor conductor(
            String matrix, Settings settings, Plan plan, RunListener others, RunBackend backend, RunMemory memory) {
        var folder = RunFolder.create(settings, Clock.systemDefaultZone(), RunInputs.of(matrix, settings, plan.seed()));
        var first = new ArrayList<RunListener>();
        // Results are written before other listeners receive them.
        first.add(new ResultFiles(folder, Repetitions.of(settings, plan.seed(), folder.root())));
        var inputs = inputs(settings, backend.testbed()::imageId);
        memory.damage().forEach(others::note);
        memory.writer(matrix, folder, inputs, others::note).ifPresent(first::add);
        first.add(others);
        var listener = new RunListeners(first);
        var probes = Optional.of(settings)
                .filter(it -> it.execution().probe().orElse(plan.protocol().probesByDefault()))
                .map(it -> new ProbeCache(CacheFolder.of(it)));
        return new Conductor(
                backend.testbed(),
                backend.judge(),
                folder,
                listener,
                Clock.systemUTC(),
                MonotonicTime.SYSTEM,
                probes,
                RunRules.of(settings).with(Retries.of(settings, plan)),
                memory.choice(inputs, Instant.now()));
    }

    /**
     * Runs all cells. Returns when all are judged, all results are written and the listeners have received them.
     *
     * @throws UserError when the run's time limit was reached; what was decided until then is written
     */
    public RunResult run() {
        var limit = rules.limit().map(MatrixRun::text).orElse("");
        try (var timer = new RunTimer(
                rules.limit(),
                () -> conductor.cancel("the run's limit of %s (interop.limit.run) was reached before this cell ended"
                        .formatted(limit)))) {
            RunResult result;
            try {
                result = conductor.run(plan);
            } finally {
                listeners.await();
            }
            listeners.check();
            if (timer.isOver()) {
                throw limitReached(result, limit);
            }
            return result;
        }
    }

    private static UserError limitReached(RunResult result, String limit) {
        var cut = result.cells().stream()
                .filter(it -> it.verdict().reason().code().equals(ReasonCode.CANCELLED))
                .count();
        return new UserError("the run's limit of %s (interop.limit.run) was reached: %s of %s cells did not end; the"
                                .formatted(limit, cut, result.cells().size())
                        + " results of the others are written")
                .ofEnvironment();
    }

    private static String text(Duration limit) {
        return limit.toSecondsPart() > 0 ? limit.toSeconds() + " s" : limit.toMinutes() + " min";
    }

    /** Cancels the run: running cells are stopped and the other ones are skipped. May be called from any thread. */
    public void cancel() {
        conductor.cancel();
    }

    /** Removes every container and network of the run. */
    @Override
    public void close() {
        try {
            backend.close();
        } finally {
            listeners.close();
        }
    }
}
