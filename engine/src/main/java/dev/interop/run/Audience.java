package dev.interop.run;

import dev.interop.listener.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everybody who hears of a run, each group from a queue of its own: those that the caller brought, without whom the run
 * makes no sense and for whom it waits, and those that the class path offers, which can neither hold it up nor break it.
 */
final class Audience implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ListenerQueue own;
    private final ListenerQueue services;

    private Audience(ListenerQueue own, ListenerQueue services) {
        this.own = own;
        this.services = services;
    }

    /** The caller's listeners, and those of the class path. */
    static Audience of(List<RunListener> callers) {
        return of(callers, ServiceListeners::installed, LIMIT);
    }

    /**
     * @param offered makes the others, with who gets lines for people
     * @param limit how long the end of the run waits for the others
     */
    static Audience of(
            List<RunListener> callers, Function<Consumer<String>, List<RunListener>> offered, Duration limit) {
        var own = ListenerQueue.patient(new RunListeners(callers));
        var others = offered.apply(own::note).stream()
                .<RunListener>map(it -> new GuardedListener(it, own::note))
                .toList();
        return new Audience(own, ListenerQueue.limited(new RunListeners(others), limit));
    }

    /** Hears for all of them; returns at once. */
    RunListener listener() {
        return new RunListeners(List.of(own, services));
    }

    /** Waits until everybody has heard everything; for those of the class path not longer than the limit. */
    void await() {
        if (!services.await()) {
            own.note("the run listeners of the class path have not finished in time; what they do is broken off");
            services.close();
        }
        own.await();
    }

    /**
     * @throws IllegalStateException when one of the caller's listeners failed
     */
    void check() {
        own.check();
    }

    @Override
    public void close() {
        services.close();
        own.await();
        own.close();
    }
}
