package dev.interop.testbed.lane;

import dev.interop.recording.RemoteServer;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.BridgeName;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.EngineFolders;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.NetworkAttachment;
import dev.interop.testbed.docker.Networking;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Gives a lane's containers their network namespaces and folders: from network sandboxes if possible, else new ones for
 * each cell.
 */
@API(status = Status.INTERNAL)
public final class SandboxPool {
    /** The program of the sandbox image that routes traffic to the other network through the simulator. */
    private static final List<String> VIA_SIMULATOR = List.of("/setup.sh");

    private final LaneNetworks lane;
    private final TestbedContext context;
    private final Optional<ImageFacts> sandboxImage;
    private final boolean ownSimulator;
    private final Map<SandboxSlot, NetworkSandbox> sandboxes = new EnumMap<>(SandboxSlot.class);
    private final LaneGuard guard;
    private Optional<WayOut> wayOut = Optional.empty();
    private int waysOut;
    private CompletableFuture<Void> removal = CompletableFuture.completedFuture(null);
    private boolean closed;

    private SandboxPool(
            LaneNetworks lane,
            TestbedContext context,
            LaneGuard guard,
            Optional<ImageFacts> sandboxImage,
            boolean ownSimulator) {
        this.guard = guard;
        this.lane = lane;
        this.context = context;
        this.sandboxImage = sandboxImage;
        this.ownSimulator = ownSimulator;
        for (var slot : List.of(SandboxSlot.SIM, SandboxSlot.SERVER, SandboxSlot.CLIENT)) {
            kept(slot);
        }
    }

    /**
     * The pool of a lane. It has network sandboxes only if the simulator is the product's own and the sandbox image exists.
     * Otherwise each container gets a namespace and folders of its own.
     */
    public static SandboxPool of(LaneNetworks lane, TestbedContext context, LaneGuard guard, boolean ownSimulator) {
        var sandboxImage = ownSimulator
                ? context.images().present(context.options().sandboxImage())
                : Optional.<ImageFacts>empty();
        return new SandboxPool(lane, context, guard, sandboxImage, ownSimulator);
    }

    /**
     * Makes sure that the lane is closed towards the machine before a cell begins.
     *
     * @throws EngineFailure when the container engine is lost
     */
    public void hold() {
        guard.hold();
    }

    /**
     * Opens the way out of the client of a remote cell, to the addresses of this server only. Names are resolved here, so
     * that the client needs no name servers.
     *
     * @throws EngineFailure when the network cannot be created
     */
    public synchronized void openTo(RemoteServer server) {
        if (wayOut.filter(it -> it.server().equals(server)).isPresent()) {
            return;
        }
        closeWayOut();
        var name = "interop-" + context.owner().session() + "-" + lane.number() + "-out" + ++waysOut;
        context.engine().createOpenNetwork(name, context.owner().labels());
        var addresses =
                server.addresses().stream().filter(it -> it.indexOf(':') < 0).toList();
        wayOut = Optional.of(new WayOut(server, name, addresses));
        guard.release(BridgeName.ofOpen(name), addresses, server.port())
                .ifPresent(why -> context.options()
                        .progress()
                        .say("the way out to " + server + " leads to other addresses, too (" + why + ")"));
    }

    /** Removes the network of another server; its rules go with its bridge. */
    private void closeWayOut() {
        Optional.ofNullable(sandboxes.remove(SandboxSlot.REMOTE_CLIENT)).ifPresent(NetworkSandbox::remove);
        wayOut.ifPresent(it -> context.engine().removeNetwork(it.network()));
        wayOut = Optional.empty();
    }

    /**
     * The namespace of a slot.
     *
     * @throws EngineFailure when the sandbox cannot be created
     */
    public Networking enter(SandboxSlot slot) {
        var kept = kept(slot);
        return kept.isPresent() ? kept.get().join() : own(slot);
    }

    /**
     * The namespace of a slot, which the testbed prepares for an endpoint that does not know the simulator.
     *
     * @throws EngineFailure when the sandbox cannot be created
     */
    public Networking enterKept(SandboxSlot slot) {
        return mustBeKept(slot).join();
    }

    /**
     * The namespace of a slot without its folders, for an observer of the endpoint.
     *
     * @throws EngineFailure when the sandbox cannot be created
     */
    public Networking watch(SandboxSlot slot) {
        return mustBeKept(slot).watch();
    }

    private NetworkSandbox mustBeKept(SandboxSlot slot) {
        return kept(slot).orElseThrow(this::noSandbox);
    }

    private EngineFailure noSandbox() {
        return ownSimulator
                ? new EngineFailure(
                        EngineFailure.Kind.IMAGE_MISSING,
                        "image " + context.options().sandboxImage()
                                + " is not here: name one with interop.sandbox.image, or leave it out")
                : new EngineFailure(
                        EngineFailure.Kind.REFUSED,
                        "the simulator " + context.options().simulatorImage()
                                + " needs endpoints that set up their routes to it, and those of this protocol do not:"
                                + " leave out interop.simulator.image");
    }

    /** The IPv4 address of the sender of a TCP flow beside a cell. */
    public String tcpServer() {
        return lane.tcpServer().ipv4();
    }

    /** Copies files into a container in this slot, and out of it. */
    public ContainerFolders folders(SandboxSlot slot, Networking networking) {
        var shared = networking instanceof Networking.Joined joined && joined.share() == Networking.Share.FOLDERS_TOO;
        return shared ? kept(slot).map(NetworkSandbox::folders).orElseGet(this::engineFolders) : engineFolders();
    }

    private ContainerFolders engineFolders() {
        return new EngineFolders(context.engine());
    }

    /**
     * Routes all traffic from this slot to the other network through the simulator.
     *
     * @throws EngineFailure when the route cannot be set
     */
    public void viaSimulator(SandboxSlot slot) {
        kept(slot).ifPresent(it -> it.run(VIA_SIMULATOR));
    }

    /**
     * Whether a socket of the slot's namespace is bound to the UDP port.
     *
     * @throws EngineFailure when the sockets cannot be listed
     */
    public boolean isBound(SandboxSlot slot, int port) {
        return mustBeKept(slot).isBound(port);
    }

    /**
     * Makes a slot's namespace and folders outlive the run, closed towards the machine as before.
     *
     * @return the name of the container that holds them; empty if the slot has none of its own
     * @throws EngineFailure when the container engine is lost
     */
    public Optional<String> keep(SandboxSlot slot) {
        var name = context.owner().keptName(slot.role().label() + "-network");
        return kept(slot).map(it -> {
            guard.keep();
            it.keep(name);
            return name;
        });
    }

    /** Restores a slot whose containers have ended and whose files have been copied. */
    public void release(SandboxSlot slot) {
        kept(slot).ifPresent(NetworkSandbox::release);
    }

    /** Gives a slot up in which a container may still run. */
    public void lost(SandboxSlot slot) {
        kept(slot).ifPresent(NetworkSandbox::lost);
    }

    /**
     * Removes the sandboxes in the background, because no further cell is expected in this lane. If one comes, it waits for
     * the removal and gets new ones.
     */
    public synchronized void rest() {
        if (closed) {
            return;
        }
        var removals = sandboxes.values().stream()
                .map(it -> CompletableFuture.runAsync(it::remove, context.threads())
                        .exceptionally(failed -> null))
                .toList();
        removal = CompletableFuture.allOf(
                Stream.concat(Stream.of(removal), removals.stream()).toArray(CompletableFuture[]::new));
        sandboxes.clear();
    }

    /** Gives all sandboxes up, whose containers the engine may have lost. No cell runs until {@link #renew}. */
    public synchronized void abandon() {
        endAll();
        sandboxes.clear();
    }

    /** Makes new sandboxes in place of those that were given up. */
    public synchronized void renew() {
        List.of(SandboxSlot.SIM, SandboxSlot.SERVER, SandboxSlot.CLIENT).forEach(this::kept);
    }

    /** Closes the sandboxes; no more cells run in this lane. */
    public synchronized void close() {
        closed = true;
        endAll();
    }

    private void endAll() {
        sandboxes.values().forEach(NetworkSandbox::close);
        sandboxes.values().forEach(NetworkSandbox::awaitSilence);
        // What could not be removed goes with the run; networks cannot go before the containers in them.
        removal.join();
    }

    /** The network sandbox of a slot, created at its first use; empty if the lane has none. */
    private synchronized Optional<NetworkSandbox> kept(SandboxSlot slot) {
        // The addresses of removed ones are free only then.
        removal.join();
        sandboxImage.ifPresent(image -> sandboxes.computeIfAbsent(
                slot,
                it -> new NetworkSandbox(
                        context,
                        new SandboxMaker(
                                context,
                                it.role().label(),
                                image,
                                own(it),
                                it == SandboxSlot.SIM ? Privilege.SIMULATOR_SANDBOX : Privilege.SANDBOX,
                                SandboxFolders.of(it.role())))));
        return Optional.ofNullable(sandboxes.get(slot));
    }

    private Networking own(SandboxSlot slot) {
        var name = slot.role().label();
        return slot == SandboxSlot.REMOTE_CLIENT
                ? wayOut.orElseThrow(() -> new IllegalStateException("no way out was opened"))
                        .networking(name)
                : Networking.own(name, lane.hosts(slot, context.certificates().serverNames()), networks(slot));
    }

    private List<NetworkAttachment> networks(SandboxSlot slot) {
        return switch (slot) {
            case CLIENT -> List.of(lane.client());
            case BESIDE_SERVER -> List.of(lane.clientBesideServer());
            case SERVER -> List.of(lane.server());
            case SIM -> lane.simulator();
            case TCP_CLIENT -> List.of(lane.tcpClient());
            case TCP_SERVER -> List.of(lane.tcpServer());
            case REMOTE_CLIENT -> throw new IllegalArgumentException("it is in none of the lane's networks");
        };
    }

    /**
     * A network with a way out to one server.
     *
     * @param server the server
     * @param network the network's name
     * @param addresses the server's IPv4 addresses
     */
    private record WayOut(RemoteServer server, String network, List<String> addresses) {
        Networking networking(String hostname) {
            var hosts = server.namesAnAddress()
                    ? List.<String>of()
                    : addresses.stream().map(it -> server.host() + ":" + it).toList();
            return Networking.open(hostname, hosts, network);
        }
    }
}
