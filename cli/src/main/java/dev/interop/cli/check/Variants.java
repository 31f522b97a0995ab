package dev.interop.cli.check;

import dev.interop.ProtocolVersion;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the further transports and drafts that an entry names, since a run uses each transport. */
@API(status = Status.INTERNAL)
public final class Variants {
    private final Registry registry;
    private final Protocol protocol;
    private final RouteFilter filter;
    private final Predicate<Implementation> peers;
    private final Predicate<String> here;

    /**
     * @param filter the selected routes
     * @param with the only peer; empty for those of the default matrix
     * @param here tests whether an image is on this machine; no image is built or pulled for a variant
     */
    public Variants(
            Registry registry, Protocol protocol, RouteFilter filter, Optional<String> with, Predicate<String> here) {
        this.registry = registry;
        this.protocol = protocol;
        this.filter = filter;
        this.peers = it -> with.map(it.name()::equals).orElse(it.selected());
        this.here = here;
    }

    /** The variants for each transport and draft other than those of the first cell, unless the user chose one. */
    public List<Variant> besides(Subject first) {
        var transports = protocol.transports().stream()
                .filter(it -> filter.transports().isEmpty())
                .filter(it -> first.route().transport().filter(it::equals).isEmpty())
                .filter(it -> speaks(first, it))
                .map(it -> variant(first, "over " + it, over(it), remedy(first, it)));
        var drafts = first.implementation().draftVersions(first.role()).stream()
                .filter(it -> filter.version().isEmpty())
                .filter(it -> first.route().version().filter(it::equals).isEmpty())
                .map(it -> variant(
                        first,
                        "in " + it,
                        in(it),
                        "speak it where the cell names it (section 4.4; the entry's \"draft_env\" is the variable), or leave"
                                + " it out of its \"draft_versions\""));
        return Stream.concat(transports, drafts).toList();
    }

    /** Whether a pair can use a transport; a server's URL may restrict it to one. */
    private boolean speaks(Subject first, String transport) {
        var endpoint = first.implementation().endpoint(first.role());
        var said = Stream.concat(Stream.of(endpoint), endpoint.drafts().values().stream())
                .anyMatch(it -> it.speaks(transport));
        if (!said || first.connects()) {
            return said;
        }
        var routes = protocol.routes(first.client(), first.server(), over(transport));
        return Stream.concat(routes.open().stream(), routes.closed().stream().map(it -> it.route()))
                .filter(it -> it.remote().isEmpty())
                .anyMatch(it -> it.transport().filter(transport::equals).isPresent());
    }

    private RouteFilter over(String transport) {
        return new RouteFilter(
                filter.version(),
                filter.target(),
                filter.versionRelations(),
                Set.of(transport),
                filter.places(),
                filter.labels());
    }

    private RouteFilter in(ProtocolVersion draft) {
        return new RouteFilter(
                Optional.of(draft),
                filter.target(),
                filter.versionRelations(),
                filter.transports(),
                filter.places(),
                filter.labels());
    }

    private static String remedy(Subject first, String transport) {
        var other = first.route().transport().orElse("");
        return "speak %s, or say which it speaks: \"transports\": [\"%s\"] in the entry's role (of an image by name: --transport %s)"
                .formatted(transport, other, other);
    }

    private Variant variant(Subject first, String name, RouteFilter only, String change) {
        var own = first.implementation();
        var fits = new Peers(registry, protocol, only)
                .fits(
                        own,
                        first.role(),
                        it -> peers.test(it) || it.name().equals(first.peer().name()));
        var subjects = fits.stream().flatMap(it -> it.subject().stream()).toList();
        var ready = subjects.stream()
                .filter(it -> missing(it).isEmpty())
                .limit(Peers.ENOUGH)
                .toList();
        var obstacle = subjects.stream()
                .flatMap(it -> missing(it).stream())
                .findFirst()
                .map(it -> "image " + it + " is not on this machine")
                .orElseGet(() -> fits.stream()
                        .map(it -> it.peer().name() + ": " + it.obstacle())
                        .limit(Peers.ENOUGH)
                        .collect(Collectors.joining("; ")));
        return new Variant(name, ready, obstacle, change);
    }

    private Optional<String> missing(Subject subject) {
        return Stream.of(subject.endpoint(), subject.peerEndpoint())
                .flatMap(it -> it.image().stream())
                .filter(here.negate())
                .findFirst();
    }
}
