package dev.interop.run;

import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Why no further cell of a run is started, if there is a reason, and whether those that run are stopped. Safe for use by
 * several threads.
 */
final class RunStop {
    private final AtomicReference<Verdict> reason = new AtomicReference<>();
    private final List<Runnable> interrupts = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    /**
     * Starts no further cell; those not yet begun get this verdict. The first reason counts.
     *
     * @return whether this is the first one
     */
    boolean because(Verdict verdict) {
        return reason.compareAndSet(null, verdict);
    }

    /** Starts nothing any more and interrupts what runs. May be called from any thread, more than once. */
    void cancel() {
        cancel("the run was cancelled before this cell ended");
    }

    /** Like {@link #cancel()}, for another reason. */
    void cancel(String why) {
        because(Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, why));
        cancelled = reason().filter(it -> it.outcome() == Outcome.SKIPPED).isPresent();
        interrupts.forEach(Runnable::run);
    }

    /** Cancels the run when this work of it was cancelled. */
    void cancelWith(Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            cancel();
        }
    }

    /** Runs an action while a cancellation interrupts it by {@code interrupt}. */
    void interruptible(Runnable interrupt, Runnable action) {
        interrupts.add(interrupt);
        try {
            if (isCancelled()) {
                interrupt.run();
            }
            action.run();
        } finally {
            interrupts.remove(interrupt);
        }
    }

    Optional<Verdict> reason() {
        return Optional.ofNullable(reason.get());
    }

    boolean isCancelled() {
        return cancelled;
    }
}
