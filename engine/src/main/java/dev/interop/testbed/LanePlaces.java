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

/** What a lane's containers see of the network: namespaces that are kept where that can be done, else new ones. */
final class LanePlaces {
    /** In the image that keeps namespaces: sends what goes to the other network over the simulator. */
    private static final List<String> VIA_SIMULATOR = List.of("/setup.sh");

    private final LaneNetworks lane;
    private final Site site;
    private final Optional<ImageFacts> holder;
    private final Map<Seat, NamespaceHolder> holders = new EnumMap<>(Seat.class);
    private Optional<String> wayOut = Optional.empty();

    private LanePlaces(LaneNetworks lane, Site site, Optional<ImageFacts> holder) {
        this.lane = lane;
        this.site = site;
        this.holder = holder;
        for (var seat : List.of(Seat.SIM, Seat.SERVER, Seat.CLIENT)) {
            kept(seat);
        }
    }

    /**
     * Where a lane's containers live: in namespaces of their own, each time, unless the simulator is ours and the image
     * that keeps namespaces is there.
     */
    static LanePlaces of(LaneNetworks lane, Site site, boolean ownSimulator) {
        var holder = ownSimulator ? site.images().present(site.options().holderImage()) : Optional.<ImageFacts>empty();
        return new LanePlaces(lane, site, holder);
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
     * The namespace of a seat, one that is kept: it is watched, or prepared for who knows nothing of simulators.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking enterKept(Seat seat) {
        return kept(seat)
                .orElseThrow(() -> new EngineFailure(
                        EngineFailure.Kind.IMAGE_MISSING,
                        "image " + site.options().holderImage()
                                + " is not here: make it with ./interop build endpoint"))
                .join();
    }

    /**
     * A place beside a seat, from where all is seen that comes and goes there.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking beside(Seat seat) {
        return enterKept(seat) instanceof Networking.Joined joined
                ? Networking.beside(joined.container())
                : Networking.none();
    }

    /**
     * Sends all that goes from this seat to the other network over the simulator.
     *
     * @throws EngineFailure when it cannot be done
     */
    void viaSimulator(Seat seat) {
        kept(seat).ifPresent(it -> it.run(VIA_SIMULATOR));
    }

    /** The seat's containers have ended. */
    void left(Seat seat) {
        kept(seat).ifPresent(NamespaceHolder::left);
    }

    /** No more cells are run here. */
    synchronized void close() {
        holders.values().forEach(NamespaceHolder::close);
    }

    /** Kept from its first use on. */
    private synchronized Optional<NamespaceHolder> kept(Seat seat) {
        holder.ifPresent(image -> holders.computeIfAbsent(
                seat,
                it -> new NamespaceHolder(
                        site,
                        it.part().label(),
                        image,
                        own(it),
                        it == Seat.SIM ? Privilege.SIMULATOR : Privilege.ENDPOINT)));
        return Optional.ofNullable(holders.get(seat));
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
            site.engine().createOpenNetwork(name, site.owner().labels());
            wayOut = Optional.of(name);
        }
        return wayOut.get();
    }
}
