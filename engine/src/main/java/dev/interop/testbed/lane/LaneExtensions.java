package dev.interop.testbed.lane;

import dev.interop.NoteListener;
import dev.interop.ServiceProviders;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Calls the lane extensions, and makes sure that none of them disturbs a run. An exception or a time-out becomes one note
 * for each extension. Containers that they leave in a lane's networks are disconnected.
 */
@API(status = Status.INTERNAL)
public final class LaneExtensions {
    /** The limit of opening: enough to start some containers and to pull their images. */
    private static final Duration OPENING_LIMIT = Duration.ofMinutes(5);
    /** The limit of closing, which delays the end of a run, also by Ctrl-C. */
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(30);

    private final List<LaneExtension> extensions;
    private final LaneGuests guests;
    private final ExecutorService threads;
    private final NoteListener notes;
    private final List<Told> told = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    /** Guards the two fields below: a call is either seen by closing(), or sees that closing has begun. */
    private final Object handover = new Object();

    private Optional<Future<?>> running = Optional.empty();
    private boolean closing;

    /**
     * @param extensions called in this order, and at the end in the reverse one
     * @param guests the containers that they attach
     * @param threads runs the calls
     * @param notes gets their problems
     */
    public LaneExtensions(
            Collection<LaneExtension> extensions, LaneGuests guests, ExecutorService threads, NoteListener notes) {
        this.extensions = List.copyOf(extensions);
        this.guests = guests;
        this.threads = threads;
        this.notes = notes;
    }

    /** The extensions on the class path. An extension that cannot be created becomes a note. */
    public static List<LaneExtension> find(NoteListener notes) {
        return ServiceProviders.usable(LaneExtension.class, "a lane extension", notes);
    }

    /** Calls all extensions for lanes that are ready. */
    public synchronized void opened(Collection<? extends Lane> lanes) {
        for (var lane : lanes) {
            for (var extension : extensions) {
                if (!isClosing()) {
                    told.add(new Told(extension, lane));
                    call(extension, "opened", OPENING_LIMIT, () -> extension.opened(lane));
                }
            }
        }
    }

    /** Calls each extension for the end of its lanes, and disconnects the containers left in their networks. */
    public void closing() {
        synchronized (handover) {
            closing = true;
            running.ifPresent(it -> it.cancel(true));
        }
        close();
    }

    private boolean isClosing() {
        synchronized (handover) {
            return closing;
        }
    }

    private synchronized void close() {
        Collections.reverse(told);
        told.forEach(it -> call(
                it.extension(), "closing", CLOSING_LIMIT, () -> it.extension().closing(it.lane())));
        told.stream().map(Told::lane).distinct().forEach(this::disconnect);
        told.clear();
    }

    private void disconnect(Lane lane) {
        for (var network : List.of(lane.clientNetwork(), lane.serverNetwork())) {
            try {
                guests.disconnect(network)
                        .forEach(name -> notes.say("container '" + name + "' was in network " + network.name()
                                + " still: disconnected. Its lane extension should stop it in closing(), or give it the"
                                + " lane's labels"));
            } catch (EngineFailure e) {
                notes.say("what lane extensions left in network " + network.name() + " is not disconnected: "
                        + e.getMessage());
            }
        }
    }

    private void call(LaneExtension extension, String method, Duration limit, Call call) {
        Future<Boolean> result;
        synchronized (handover) {
            result = threads.submit(() -> {
                call.run();
                return true;
            });
            running = Optional.of(result);
        }
        try {
            result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            note(extension, method, "failed: " + e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            note(extension, method, "did not return within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            note(extension, method, "was interrupted");
        } catch (CancellationException e) {
            note(extension, method, "was interrupted by the end of the run");
        } finally {
            synchronized (handover) {
                running = Optional.empty();
            }
        }
    }

    /** Notes a problem of an extension, once for all lanes. */
    private void note(LaneExtension extension, String method, String what) {
        var name = extension.getClass().getName() + "." + method + "()";
        if (said.add(name)) {
            var line =
                    what.lines().map(String::strip).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
            notes.say("lane extension " + name + " " + line);
        }
    }

    private record Told(LaneExtension extension, Lane lane) {}

    private interface Call {
        void run() throws Exception;
    }
}
