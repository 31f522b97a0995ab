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

/** What a lane's containers see of the network: namespaces that are kept where that can be done, else new ones. */
final class LanePlaces {
    private final LaneNetworks lane;
    private final Map<Part, NamespaceHolder> holders = new EnumMap<>(Part.class);

    /** A lane whose containers get namespaces of their own, each time. */
    LanePlaces(LaneNetworks lane) {
        this.lane = lane;
    }

    /**
     * A lane whose namespaces are kept.
     *
     * @param holder an image with Perl and the tools to look at a namespace
     */
    LanePlaces(LaneNetworks lane, Site site, ImageFacts holder) {
        this(lane);
        for (var part : List.of(Part.SIM, Part.SERVER, Part.CLIENT)) {
            holders.put(part, new NamespaceHolder(site, part, holder, lane, networks(part)));
        }
    }

    /** Where a lane's containers live, depending on what is there. */
    static LanePlaces of(LaneNetworks lane, Site site, boolean ownSimulator) {
        var holder = ownSimulator ? site.images().present(site.options().holderImage()) : Optional.<ImageFacts>empty();
        return holder.map(it -> new LanePlaces(lane, site, it)).orElseGet(() -> new LanePlaces(lane));
    }

    /**
     * The place of a part.
     *
     * @throws EngineFailure when it cannot be had
     */
    Networking place(Part part) {
        var holder = holders.get(part);
        return holder == null ? Networking.own(part.label(), lane.hosts(part), networks(part)) : holder.join();
    }

    /** The place of a client when nothing stands between it and the server. */
    Networking clientBesideServer() {
        return Networking.own(Part.CLIENT.label(), lane.hosts(Part.CLIENT), List.of(lane.clientBesideServer()));
    }

    /** The part's container has ended. */
    void left(Part part) {
        Optional.ofNullable(holders.get(part)).ifPresent(NamespaceHolder::left);
    }

    /** No more cells are run here. */
    void close() {
        holders.values().forEach(NamespaceHolder::close);
    }

    private List<Attachment> networks(Part part) {
        return switch (part) {
            case CLIENT -> List.of(lane.client());
            case SERVER, RELAY -> List.of(lane.server());
            case SIM -> lane.simulator();
        };
    }
}
