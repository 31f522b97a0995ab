package dev.interop.testbed.lane;

import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Closes the machine's end of every lane's bridges. A bridge is an interface of the container engine's machine: frames to
 * its hardware address reach the machine's programs and routes, whatever the network's options are. One container a run,
 * in the machine's network namespace and with {@code NET_ADMIN} alone, holds netfilter rules against that. They end with
 * it, so the clean-up removes it after all other containers.
 */
@API(status = Status.INTERNAL)
public final class LaneGuard {
    private static final String PROGRAM = "lane-guard.pl";
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long PIDS = 16;
    /** A guard that always ends at once is not made again and again. */
    private static final int MOST_RENEWALS = 20;

    private final TestbedContext context;
    private final Set<String> requests = new LinkedHashSet<>();
    private CompletableFuture<Held> held;
    private boolean closed;
    private boolean kept;
    private int renewals;

    private LaneGuard(TestbedContext context) {
        this.context = context;
        this.held = CompletableFuture.supplyAsync(this::make, context.threads());
    }

    /** Starts the guard of a run. Lanes can be created meanwhile, but nothing untrusted may start before they are sealed. */
    public static LaneGuard start(TestbedContext context) {
        return new LaneGuard(context);
    }

    /**
     * Drops everything that comes from these lanes to the machine.
     *
     * @return the reason why that cannot be done on this container engine; empty if it is done
     */
    public synchronized Optional<String> seal(List<LaneNetworks> lanes) {
        return tried(lanes.stream()
                .flatMap(it -> Stream.of(it.left(), it.right()))
                .map(it -> "seal " + it.bridge())
                .toList());
    }

    /**
     * Drops everything that comes from a network with a way out, except to this address.
     *
     * @return the reason why that cannot be done on this container engine; empty if it is done
     */
    synchronized Optional<String> release(String bridge, List<String> addresses, int port) {
        return tried(addresses.stream()
                .map(it -> "release " + bridge + " " + it + " " + port)
                .toList());
    }

    /** A setting of the container engine's machine below {@code /proc/sys}; empty if it or the guard is not there. */
    synchronized String setting(String name) {
        try {
            return held.join().agent().ask("setting " + name);
        } catch (CompletionException | EngineFailure e) {
            return "";
        }
    }

    /**
     * Holds the rules again if the guard's container has ended, as it does with the container engine.
     *
     * @throws EngineFailure when the container engine is lost
     */
    public synchronized void hold() {
        if (closed || held.isCompletedExceptionally() || !held.join().hasEnded()) {
            return;
        }
        context.options().progress().say("the guard of the lanes has ended; it is made again");
        held = CompletableFuture.completedFuture(make());
        requests.forEach(held.join().agent()::ask);
    }

    /** Does not leave the lanes open until the running cells have ended. */
    private synchronized void renew() {
        if (renewals++ < MOST_RENEWALS) {
            try {
                hold();
            } catch (EngineFailure e) {
                // The next cell tries it again, and does not run otherwise.
                context.options().progress().say("the guard of the lanes cannot be made again now: " + e.getMessage());
            }
        }
    }

    private Optional<String> tried(List<String> wanted) {
        try {
            var agent = held.join().agent();
            for (var request : wanted) {
                agent.ask(request);
                requests.add(request);
            }
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineFailure failure) {
                return Optional.of(String.valueOf(failure.getMessage()));
            }
            throw e;
        } catch (EngineFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Held make() {
        var image = context.images()
                .present(context.options().sandboxImage())
                .orElseThrow(() -> new EngineFailure(
                        EngineFailure.Kind.IMAGE_MISSING,
                        "image " + context.options().sandboxImage() + " is not on this machine"));
        var agent = new AgentConnection("the guard of the lanes", context.time());
        var id = context.engine()
                .startKeptContainer(
                        new ContainerSpec(
                                context.containerName("guard"),
                                image.id(),
                                labels(),
                                Program.of(List.of("perl", "/" + PROGRAM)).withOpenInput(),
                                Networking.host(),
                                Privilege.NETWORK_ONLY,
                                new Resources(MEMORY_BYTES, PIDS, Math.min(1, context.cpus()))),
                        created -> {
                            var program = TarSource.text(PROGRAM, SandboxPrograms.text(PROGRAM));
                            context.engine().copyIn(created, "/", new TarStream(List.of(program)));
                            agent.attach(context.engine(), created);
                        });
        agent.ask("guard interop-" + context.owner().session());
        var exit = context.engine().exitOf(id);
        exit.whenComplete((code, thrown) -> context.threads().execute(this::renew));
        return new Held(id, agent, exit);
    }

    private Map<String, String> labels() {
        var labels = new HashMap<>(context.owner().labels());
        labels.put(Owner.REMOVED_LAST, "true");
        return labels;
    }

    /** Makes the rules outlive the run, until the user removes their container. */
    synchronized void keep() {
        if (!kept && !held.isCompletedExceptionally()) {
            kept = true;
            context.engine()
                    .renameContainer(held.join().container(), context.owner().keptName("guard"));
        }
    }

    /** Sends no more requests. The rules stay until the container is removed with the run. */
    public synchronized void close() {
        closed = true;
        held.thenAccept(it -> it.agent().end());
    }

    /**
     * A running guard.
     *
     * @param container the id of its container
     * @param agent the connection to its program
     * @param exit completed when its container has ended
     */
    private record Held(String container, AgentConnection agent, CompletableFuture<Integer> exit) {
        boolean hasEnded() {
            return exit.isDone();
        }
    }
}
