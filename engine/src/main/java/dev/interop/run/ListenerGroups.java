package dev.interop.run;

import dev.interop.NoteListener;
import dev.interop.ServiceProviders;
import dev.interop.listener.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The listeners of a run in two groups, each with a queue of its own. The run waits for the caller's listeners and
 * fails if one of them fails. The listeners found on the class path can neither delay nor fail the run.
 */
final class ListenerGroups implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ListenerQueue callers;
    private final ListenerQueue services;

    private ListenerGroups(ListenerQueue callers, ListenerQueue services) {
        this.callers = callers;
        this.services = services;
    }

    /** Combines the caller's listeners with those on the class path. */
    static ListenerGroups of(List<RunListener> callersListeners) {
        return of(
                callersListeners, notes -> ServiceProviders.usable(RunListener.class, "a run listener", notes), LIMIT);
    }

    /**
     * @param installed creates the class path's listeners; its argument gets notes for the user
     * @param limit how long the end of the run waits for the class path's listeners
     */
    static ListenerGroups of(
            List<RunListener> callersListeners, Function<NoteListener, List<RunListener>> installed, Duration limit) {
        var callers = ListenerQueue.patient(new RunListeners(callersListeners));
        var others = installed.apply(callers::note).stream()
                .<RunListener>map(it -> new GuardedListener(it, callers::note))
                .toList();
        return new ListenerGroups(callers, ListenerQueue.limited(new RunListeners(others), limit));
    }

    /** A listener that passes each call to both queues and returns at once. */
    RunListener listener() {
        return new RunListeners(List.of(callers, services));
    }

    /**
     * Waits until all listeners have handled all events, but for the class path's listeners not longer than the limit.
     */
    void await() {
        if (!services.await()) {
            callers.note("the run listeners of the class path have not finished in time and are interrupted");
            services.close();
        }
        callers.await();
    }

    /**
     * @throws IllegalStateException when one of the caller's listeners failed
     */
    void check() {
        callers.check();
    }

    @Override
    public void close() {
        services.close();
        callers.await();
        callers.close();
    }
}
