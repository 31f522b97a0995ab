package dev.interop.testbed.cleanup;

import dev.interop.NoteListener;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Makes sure that nothing of a run is left: by {@link #close()}, by a hook when the process is terminated, by a watchdog
 * when it is killed, and as a last resort by the sweep at the beginning of the next run. It may be closed at any moment,
 * by several threads, more than once.
 */
@API(status = Status.INTERNAL)
public final class RunGuard implements AutoCloseable {
    /** How long closing waits for creations under way. The engine's own limit is shorter. */
    private static final Duration LAST_ONE = Duration.ofSeconds(40);

    private final GuardedBackend backend;
    private final Owner owner;
    private final ShutdownHooks hooks;
    private final NoteListener progress;
    private final AtomicReference<Runnable> atShutdown = new AtomicReference<>(this::close);
    private final Thread hook = new Thread(() -> atShutdown.get().run(), "interop-shutdown");
    private final Optional<WatchdogProcess> watchdog;
    private boolean closed;

    private RunGuard(ContainerBackend engine, Owner owner, NoteListener progress, ShutdownHooks hooks) {
        this.hooks = hooks;
        this.backend = new GuardedBackend(engine);
        this.owner = owner;
        this.progress = progress;
        this.watchdog = WatchdogProcess.start(engine, owner.session());
    }

    /**
     * Removes the leftovers of ended runs and guards this one.
     *
     * @throws CancellationException when the process is already being terminated
     */
    public static RunGuard open(ContainerBackend engine, Owner owner, NoteListener progress, ShutdownHooks hooks) {
        var removal = new Removal(engine);
        var swept = removal.dead();
        if (!swept.isNothing()) {
            progress.say("removed " + swept + " that an earlier run left");
        }
        var kept = removal.keptContainers();
        if (!kept.isEmpty()) {
            progress.say("%s containers that an earlier run kept are still here: %s"
                    .formatted(kept.size(), String.join(", ", kept)));
        }
        var guard = new RunGuard(engine, owner, progress, hooks);
        try {
            hooks.add(guard.hook);
        } catch (IllegalStateException e) {
            guard.close();
            throw new CancellationException("the process is about to end");
        }
        return guard;
    }

    /** The backend whose creations are guarded. It creates nothing once the guard is closed. */
    public ContainerBackend backend() {
        return backend;
    }

    /**
     * Replaces the action at the termination of the process, which is to close the guard.
     *
     * @param action must close the guard
     */
    public void atShutdown(Runnable action) {
        atShutdown.set(action);
    }

    /** Leaves the rest to the watchdog, which tries again for some seconds, or else to the next run. */
    private void leave(String why) {
        progress.say("not all of this run could be removed: " + why);
        watchdog.ifPresent(WatchdogProcess::leaveRest);
    }

    /** Removes everything that the run created. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        backend.refuseMore(LAST_ONE);
        try {
            var failures = new Removal(backend).session(owner.session()).failures();
            if (failures.isEmpty()) {
                watchdog.ifPresent(WatchdogProcess::close);
            } else {
                leave(failures.size() + " removals failed, the first: " + failures.get(0));
            }
        } catch (EngineFailure e) {
            leave(e.getMessage());
        }
        try {
            hooks.remove(hook);
        } catch (IllegalStateException e) {
            // The process is ending, by this hook or with it.
            return;
        }
    }
}
