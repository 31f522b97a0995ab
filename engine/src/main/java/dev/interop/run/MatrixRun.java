package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.result.RunResult;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A run from its plan to its written results, whoever started it: terminal, IDE or build. */
@API(status = Status.INTERNAL)
public final class MatrixRun implements AutoCloseable {
    private final Plan plan;
    private final RunBackend backend;
    private final Audience audience;
    private final Conductor conductor;

    private MatrixRun(Plan plan, RunBackend backend, Audience audience, Conductor conductor) {
        this.plan = plan;
        this.backend = backend;
        this.audience = audience;
        this.conductor = conductor;
    }

    /**
     * Makes the equipment and the output folder ready, in this order: without equipment no earlier run is replaced, and no
     * folder is left that looks like one.
     *
     * @throws dev.interop.UserError when the output folder is taken or something is missing
     */
    public static MatrixRun open(
            Settings settings, Plan plan, List<RunListener> listeners, RunBackend.Source backendSource) {
        RunFolder.check(settings.out(), settings.overwrite());
        var audience = Audience.of(listeners);
        try {
            var backend = backendSource.open(settings, audience.listener()::note);
            try {
                return new MatrixRun(plan, backend, audience, conductor(settings, plan, audience.listener(), backend));
            } catch (RuntimeException e) {
                backend.close();
                throw e;
            }
        } catch (RuntimeException e) {
            audience.close();
            throw e;
        }
    }

    private static Conductor conductor(Settings settings, Plan plan, RunListener hearers, RunBackend backend) {
        var folder = RunFolder.create(
                settings.out(), settings.overwrite(), Clock.systemDefaultZone(), RunInputs.of(settings, plan.seed()));
        // Results are on disk before anyone hears of them.
        var listener = new RunListeners(List.of(new ResultFiles(folder), hearers));
        var probes = Optional.of(settings)
                .filter(it -> it.probe().orElse(plan.protocol().probesByDefault()))
                .map(it -> new ProbeCache(CacheFolder.of(it)));
        return new Conductor(backend.testbed(), backend.judge(), folder, listener, Clock.systemUTC(), probes);
    }

    /** Runs all cells; returns when all are judged, all results are written and the listeners have heard of it. */
    public RunResult run() {
        RunResult result;
        try {
            result = conductor.run(plan);
        } finally {
            audience.await();
        }
        audience.check();
        return result;
    }

    /** Ends the run early: what runs is stopped, what is left is skipped. May be called from any thread. */
    public void cancel() {
        conductor.cancel();
    }

    /** Removes every container and network of the run. */
    @Override
    public void close() {
        try {
            backend.close();
        } finally {
            audience.close();
        }
    }
}
