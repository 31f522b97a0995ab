package dev.interop.testbed;

import dev.interop.testbed.docker.Attachment;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lane's containers see of the network, and how files get into them: namespaces and folders that are kept where
 * that can be done, else new ones.
 */
final class LanePlaces {
    /** In the image that keeps namespaces: sends what goes to the other network over the simulator. */
    private static final List<String> VIA_SIMULATOR = List.of("/setup.sh");

    private final LaneNetworks lane;
    private final Site site;
    private final Optional<ImageFacts> holder;
    private final boolean ownSimulator;
    private final Map<Seat, KeptPlace> keptPlaces = new EnumMap<>(Seat.class);
    private Optional<String> wayOut = Optional.empty();

    private LanePlaces(LaneNetworks lane, Site site, Optional<ImageFacts> holder, boolean ownSimulator) {
        this.lane = lane;
        this.site = site;
        this.holder = holder;
        this.ownSimulator = ownSimulator;
        for (var seat : List.of(Seat.SIM, Seat.SERVER, Seat.CLIENT)) {
            kept(seat);
        }
    }

    /**
     * Where a lane's containers live: in namespaces and folders of their own, each time, unless the simulator is ours and
     * the image that keeps them is there.
     */
    static LanePlaces of(LaneNetworks lane, Site site, boolean ownSimulator) {
        var holder = ownSimulator ? site.images().present(site.options().holderImage()) : Optional.<ImageFacts>empty();
        return new LanePlaces(lane, site, holder, ownSimulator);
    }

    /**
     * The namespace of a seat.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking enter(Seat seat) {
        var kept = kept(seat);
        return kept.isPresent() ? kept.get().join() : own(seat);
    }

    /**
     * The namespace of a seat that is prepared for who knows nothing of simulators.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking enterKept(Seat seat) {
        return mustBeKept(seat).join();
    }

    /**
     * The namespace of a seat, beside the container that sits there, without its folders.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking watch(Seat seat) {
        return mustBeKept(seat).watch();
    }

    private KeptPlace mustBeKept(Seat seat) {
        return kept(seat).orElseThrow(this::nothingKept);
    }

    private EngineFailure nothingKept() {
        return ownSimulator
                ? new EngineFailure(
                        EngineFailure.Kind.IMAGE_MISSING,
                        "image " + site.options().holderImage() + " is not here: make it with ./interop build endpoint")
                : new EngineFailure(
                        EngineFailure.Kind.REFUSED,
                        "the simulator " + site.options().simulatorImage()
                                + " needs endpoints that know of it, and those of this protocol do not: use ours");
    }

    /** How files get into a container that is in this seat, and out of it. */
    Folders folders(Seat seat, Networking place) {
        var shared = place instanceof Networking.Joined joined && joined.share() == Networking.Share.FOLDERS_TOO;
        return shared ? kept(seat).map(KeptPlace::folders).orElseGet(this::engineFolders) : engineFolders();
    }

    private Folders engineFolders() {
        return new EngineFolders(site.engine());
    }

    /**
     * Sends all that goes from this seat to the other network over the simulator.
     *
     * @throws EngineFailure when it cannot be done
     */
    void viaSimulator(Seat seat) {
        kept(seat).ifPresent(it -> it.run(VIA_SIMULATOR));
    }

    /**
     * Whether somebody in the seat's namespace is bound to the UDP port.
     *
     * @throws EngineFailure when it cannot be told
     */
    boolean isBound(Seat seat, int port) {
        return mustBeKept(seat).isBound(port);
    }

    /** The seat's containers have ended, and nothing more of them is wanted. */
    void left(Seat seat) {
        kept(seat).ifPresent(KeptPlace::left);
    }

    /** A container of the seat may live on. */
    void lost(Seat seat) {
        kept(seat).ifPresent(KeptPlace::lost);
    }

    /** No more cells are run here. */
    synchronized void close() {
        keptPlaces.values().forEach(KeptPlace::close);
        keptPlaces.values().forEach(KeptPlace::awaitSilence);
    }

    /** Kept from its first use on. */
    private synchronized Optional<KeptPlace> kept(Seat seat) {
        holder.ifPresent(image -> keptPlaces.computeIfAbsent(
                seat,
                it -> new KeptPlace(
                        site,
                        it.part().label(),
                        image,
                        own(it),
                        it == Seat.SIM ? Privilege.SIMULATOR : Privilege.ENDPOINT,
                        CellContainers.folders(it.part()))));
        return Optional.ofNullable(keptPlaces.get(seat));
    }

    private Networking own(Seat seat) {
        var name = seat.part().label();
        return seat == Seat.OUTSIDE
                ? Networking.open(name, wayOut())
                : Networking.own(name, lane.hosts(seat), networks(seat));
    }

    private List<Attachment> networks(Seat seat) {
        return switch (seat) {
            case CLIENT -> List.of(lane.client());
            case BESIDE_SERVER -> List.of(lane.clientBesideServer());
            case SERVER -> List.of(lane.server());
            case SIM -> lane.simulator();
            case OUTSIDE -> throw new IllegalArgumentException("it is in none of the lane's networks");
        };
    }

    /** The network that leads out, made for the first cell that needs one. */
    private synchronized String wayOut() {
        if (wayOut.isEmpty()) {
            var name = "interop-" + site.owner().session() + "-" + lane.number() + "-out";
            site.engine().networks().createOpen(name, site.owner().labels());
            wayOut = Optional.of(name);
        }
        return wayOut.get();
    }
}
