package dev.interop.testbed.conditions;

import dev.interop.NoteListener;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.LatenessFile;
import dev.interop.recording.MachineConditions;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Observes the machine of a testbed from its opening to its end. */
@API(status = Status.INTERNAL)
public final class MachineObserver {
    private static final double NANOS_A_SECOND = 1e9;

    private final EnginePulse pulse;
    private final MonotonicTime time;
    private volatile LoadMeter meter = new LoadMeter();
    private volatile boolean ended;

    /** Observes nothing until {@link #start}. */
    public MachineObserver(ContainerBackend engine, MonotonicTime time) {
        this.pulse = new EnginePulse(engine, time);
        this.time = time;
    }

    /** Begins to observe in the background. */
    public void start(TestbedContext context) {
        var thread = new Thread(() -> observe(context.options().progress()), "interop-pulse");
        thread.setDaemon(true);
        thread.start();
        renew(context);
    }

    /** Starts a load meter in the background, at first and after the engine has lost its containers. */
    public void renew(TestbedContext context) {
        context.threads().execute(() -> meter(context));
    }

    private void meter(TestbedContext context) {
        try {
            var image = context.images().present(context.options().sandboxImage());
            if (image.isPresent()) {
                var started = new LoadMeter();
                started.start(context, image.get());
                meter = started;
            }
        } catch (EngineFailure | CancellationException e) {
            if (!ended) {
                context.options()
                        .progress()
                        .say("how long endpoints wait for a processor cannot be measured: " + e.getMessage());
            }
        }
    }

    private void observe(NoteListener progress) {
        try {
            while (!ended) {
                pulse.beat();
                time.sleep(EnginePulse.INTERVAL);
            }
        } catch (InterruptedException e) {
            progress.say("the container engine is not observed any more");
        }
    }

    /** Observes no more. */
    public void end() {
        ended = true;
    }

    /**
     * The conditions of a cell that ends now.
     *
     * @param since its beginning in nanoseconds of the testbed's time
     * @param containers its containers
     * @param helpers containers of the testbed that work for it
     * @param processors the most processors that a container gets
     * @param folder its recording's folder
     */
    public MachineConditions of(
            long since, Map<ContainerRole, String> containers, Set<String> helpers, double processors, Path folder) {
        return new MachineConditions(
                LatenessFile.in(folder),
                meter.of(containers, helpers, processors),
                pulse.longestSilence(since).toNanos() / NANOS_A_SECOND);
    }
}
