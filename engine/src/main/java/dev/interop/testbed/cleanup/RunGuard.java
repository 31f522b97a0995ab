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
 * Sees to it that nothing of a run is left: by {@link #close()}, by a hook when the process is asked to end, by a
 * watchdog when it is killed, and by the sweep that the next run begins with when even that did not work. It may be
 * closed at any moment, by several threads, more than once.
 */
@API(status = Status.INTERNAL)
public final class RunGuard implements AutoCloseable {
    /** The engine's own limit for making something is shorter. */
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
     * Sweeps what dead runs left and guards this one.
     *
     * @throws CancellationException when the process has been asked to end already
     */
    public static RunGuard open(ContainerBackend engine, Owner owner, NoteListener progress, ShutdownHooks hooks) {
        var swept = new Removal(engine).dead();
        if (!swept.isNothing()) {
            progress.say("removed " + swept + " that an earlier run left");
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

    /** The engine that makes what is guarded; nothing can be made there once the guard is closed. */
    public ContainerBackend backend() {
        return backend;
    }

    /**
     * Says what else is to be done when the process is asked to end. Until then, the guard is closed.
     *
     * @param action has to close the guard
     */
    public void atShutdown(Runnable action) {
        atShutdown.set(action);
    }

    /** Removes all that the run made. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        backend.refuseMore(LAST_ONE);
        try {
            new Removal(backend).session(owner.session());
            watchdog.ifPresent(WatchdogProcess::close);
        } catch (EngineFailure e) {
            // Without an engine there is nothing to be removed; the watchdog or the next run tries again.
            progress.say("not all of this run could be removed: " + e.getMessage());
        }
        try {
            hooks.remove(hook);
        } catch (IllegalStateException e) {
            // The process is ending, by this hook or with it.
            return;
        }
    }
}
