package dev.interop.testbed;

import dev.interop.recording.Part;
import dev.interop.testbed.docker.Attachment;
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
    private final LaneNetworks lane;
    private final Folders folders;
    private final Map<Part, KeptPlace> kept = new EnumMap<>(Part.class);

    /** A lane whose containers get namespaces and folders of their own, each time. */
    LanePlaces(LaneNetworks lane, Site site) {
        this.lane = lane;
        this.folders = new EngineFolders(site.engine());
    }

    /**
     * A lane whose namespaces and folders are kept.
     *
     * @param holder an image with Perl and the tools to look at a namespace
     */
    LanePlaces(LaneNetworks lane, Site site, ImageFacts holder) {
        this(lane, site);
        for (var part : List.of(Part.SIM, Part.SERVER, Part.CLIENT)) {
            kept.put(part, new KeptPlace(site, part, holder, lane, networks(part)));
        }
    }

    /** Where a lane's containers live, depending on what is there. */
    static LanePlaces of(LaneNetworks lane, Site site, boolean ownSimulator) {
        var holder = ownSimulator ? site.images().present(site.options().holderImage()) : Optional.<ImageFacts>empty();
        return holder.map(it -> new LanePlaces(lane, site, it)).orElseGet(() -> new LanePlaces(lane, site));
    }

    /**
     * The place of a part.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking place(Part part) {
        var place = kept.get(part);
        return place == null ? Networking.own(part.label(), lane.hosts(part), networks(part)) : place.join();
    }

    /** How files get into a part's container that is in this place, and out of it. */
    Folders folders(Part part, Networking place) {
        return place instanceof Networking.Joined
                ? Optional.ofNullable(kept.get(part)).map(KeptPlace::folders).orElse(folders)
                : folders;
    }

    /** The place of a client when nothing stands between it and the server. */
    Networking clientBesideServer() {
        return Networking.own(Part.CLIENT.label(), lane.hosts(Part.CLIENT), List.of(lane.clientBesideServer()));
    }

    /** The part's container has ended, and nothing more of it is wanted. */
    void left(Part part) {
        Optional.ofNullable(kept.get(part)).ifPresent(KeptPlace::left);
    }

    /** The part's container may live on. */
    void lost(Part part) {
        Optional.ofNullable(kept.get(part)).ifPresent(KeptPlace::lost);
    }

    /** No more cells are run here. */
    void close() {
        kept.values().forEach(KeptPlace::close);
    }

    private List<Attachment> networks(Part part) {
        return switch (part) {
            case CLIENT -> List.of(lane.client());
            case SERVER, RELAY -> List.of(lane.server());
            case SIM -> lane.simulator();
        };
    }
}
