package dev.interop.testbed.cleanup;

import dev.interop.NoteListener;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.util.Optional;

/**
 * Sees to it that nothing of a run is left: by {@link #close()}, by a hook when the process is asked to end, by a
 * watchdog when it is killed, and by the sweep that the next run begins with when even that did not work.
 */
public final class RunGuard implements AutoCloseable {
    private final ContainerBackend engine;
    private final Owner owner;
    private final NoteListener progress;
    private final Thread hook;
    private final Optional<WatchdogProcess> watchdog;

    private RunGuard(ContainerBackend engine, Owner owner, NoteListener progress, Runnable atShutdown) {
        this.engine = engine;
        this.owner = owner;
        this.progress = progress;
        this.hook = new Thread(atShutdown, "interop-shutdown");
        this.watchdog = WatchdogProcess.start(engine, owner.session());
    }

    /**
     * Sweeps what dead runs left and guards this one.
     *
     * @param atShutdown what is to be done when the process is asked to end; has to close the guard
     */
    public static RunGuard open(ContainerBackend engine, Owner owner, NoteListener progress, Runnable atShutdown) {
        var swept = new Removal(engine).dead();
        if (!swept.isNothing()) {
            progress.say("removed " + swept + " that an earlier run left");
        }
        var guard = new RunGuard(engine, owner, progress, atShutdown);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** Removes all that the run made. */
    @Override
    public void close() {
        try {
            new Removal(engine).session(owner.session());
            watchdog.ifPresent(WatchdogProcess::close);
        } catch (EngineFailure e) {
            // Without an engine there is nothing to be removed; the watchdog or the next run tries again.
            progress.say("not all of this run could be removed: " + e.getMessage());
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is the hook that closes.
            return;
        }
    }
}
