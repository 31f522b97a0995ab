package dev.interop.moqt;

import dev.interop.NamePattern;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.moqt.wire.Transport;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RouteFilter.Place;
import dev.interop.protocol.Routes;
import dev.interop.protocol.Routes.Cause;
import dev.interop.protocol.Routes.Closed;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.registry.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds the routes from a client to a relay: one for each transport to the relay's container, and one for each remote
 * endpoint. A route's draft version is the newest that both have, or the one that the filter asks for.
 */
@API(status = Status.INTERNAL)
public final class MoqtRoutes {
    static final String QUIC = Transport.QUIC.label();
    static final String WEBTRANSPORT = Transport.WEBTRANSPORT.label();

    private static final Route NO_ROUTE =
            new Route("nowhere", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final RouteFilter filter;
    private final Implementation client;
    private final Implementation relay;
    private final List<Route> open = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    private MoqtRoutes(RouteFilter filter, Implementation client, Implementation relay) {
        this.filter = filter;
        this.client = client;
        this.relay = relay;
    }

    /**
     * All routes from this client to this relay.
     *
     * @throws UserError when the filter's version or target is not a draft version
     */
    static Routes between(Implementation client, Implementation relay, RouteFilter filter) {
        var routes = new MoqtRoutes(filter, client, relay);
        var endpoint = relay.endpoint(MoqtProtocol.RELAY);
        if (endpoint.runsInContainer()) {
            for (var transport : transports(endpoint)) {
                routes.add(transport, drafts(relay, MoqtProtocol.RELAY, transport), transport, Optional.empty());
            }
        }
        for (var remote : endpoint.remotes()) {
            var drafts = remote.draftVersion().map(List::of).orElse(relay.draftVersions(MoqtProtocol.RELAY));
            routes.add("remote-" + remote.transport(), drafts, remote.transport(), Optional.of(remote));
        }
        if (routes.open.isEmpty() && routes.closed.isEmpty()) {
            routes.closed.add(missing(NO_ROUTE, "no image and no remote endpoint of " + relay.name()));
        }
        return new Routes(routes.open, routes.closed);
    }

    /** The transports of a relay: that of its URL's scheme, or both on one port if it has no URL. */
    private static List<String> transports(Endpoint relay) {
        return relay.url()
                .map(it -> List.of(MoqtProtocol.SECTION.transportOf(it).orElse(WEBTRANSPORT)))
                .orElseGet(() -> Stream.of(QUIC, WEBTRANSPORT)
                        .filter(it -> relay.speaks(it)
                                || relay.drafts().values().stream().anyMatch(draft -> draft.speaks(it)))
                        .toList());
    }

    /** The draft versions that an implementation speaks in this role over this transport. */
    private static List<ProtocolVersion> drafts(Implementation implementation, Role role, String transport) {
        var endpoint = implementation.endpoint(role);
        return implementation.draftVersions(role).stream()
                .filter(it -> endpoint.forDraft(it).speaks(transport))
                .toList();
    }

    private void add(
            String kind, List<ProtocolVersion> relayDrafts, String transport, Optional<RemoteEndpoint> remote) {
        var count = labels.merge(kind, 1, Integer::sum);
        var label = count == 1 ? kind : kind + "-" + count;
        var draft =
                ProtocolVersion.newestShared(filteredByVersion(drafts(client, Role.CLIENT, transport)), relayDrafts);
        var versionRelation = draft.flatMap(
                it -> target().map(target -> VersionRelation.of(it, target).label()));
        var route = new Route(label, Optional.of(transport), draft, versionRelation, remote);
        obstacle(relayDrafts, route).ifPresentOrElse(closed::add, () -> open.add(route));
    }

    private Optional<Closed> obstacle(List<ProtocolVersion> relayDrafts, Route route) {
        var place = route.remote().isPresent() ? Place.REMOTE : Place.DOCKER;
        if (!filter.places().isEmpty() && !filter.places().contains(place)) {
            return filtered(route, place == Place.REMOTE ? "a remote endpoint" : "a container");
        }
        if (!filter.transports().isEmpty()
                && !filter.transports().contains(route.transport().orElseThrow())) {
            return filtered(route, "over " + route.transport().orElseThrow());
        }
        if (!client.endpoint(Role.CLIENT).runsInContainer()) {
            return Optional.of(missing(route, "no image of " + client.name()));
        }
        if (route.remote().filter(it -> it.status().equals("inactive")).isPresent()) {
            return Optional.of(new Closed(route, Cause.INACTIVE, "the registry says that this endpoint is inactive"));
        }
        if (route.version().isEmpty() && shareADraft(relayDrafts, route)) {
            return filtered(
                    route,
                    "the two do not both speak "
                            + filter.version().map(ProtocolVersion::name).orElse("it"));
        }
        if (route.version().isEmpty()) {
            return Optional.of(noCommonVersion(relayDrafts, route.transport().orElseThrow(), route));
        }
        var versionRelation = route.versionRelation();
        if (!filter.versionRelations().isEmpty()
                && versionRelation.filter(filter.versionRelations()::contains).isEmpty()) {
            var version = route.version().orElseThrow();
            return filtered(
                    route,
                    versionRelation
                            .map(it -> version + " is " + inWords(it) + " the target")
                            .orElse("the registry names no current_target to compare %s with; name one with --target"
                                    .formatted(version)));
        }
        return noImage(route);
    }

    /** Closes the route if the client or the relay has no image for the route's draft version. */
    private Optional<Closed> noImage(Route route) {
        var inContainers = new LinkedHashMap<Role, Implementation>();
        inContainers.put(Role.CLIENT, client);
        if (route.remote().isEmpty()) {
            inContainers.put(MoqtProtocol.RELAY, relay);
        }
        return inContainers.entrySet().stream()
                .filter(it -> route.endpoint(it.getValue(), it.getKey()).image().isEmpty())
                .map(it -> missing(
                        route,
                        "no image of %s in %s"
                                .formatted(it.getValue().name(), route.version().orElseThrow())))
                .findFirst();
    }

    private static Closed missing(Route route, String what) {
        return new Closed(route, Cause.NOT_THERE, "the registry names " + what);
    }

    /** Reduces draft versions to the one that the filter asks for, if it does. */
    private List<ProtocolVersion> filteredByVersion(List<ProtocolVersion> drafts) {
        if (filter.version()
                .map(ProtocolVersion::name)
                .filter(NamePattern::isOne)
                .isPresent()) {
            var pattern = new NamePattern(filter.version().get().name());
            return drafts.stream().filter(it -> pattern.matches(it.name())).toList();
        }
        var only = filter.version().map(it -> draft("draft", it));
        return drafts.stream()
                .filter(it -> only.isEmpty() || only.get().equals(it))
                .toList();
    }

    /** Whether client and relay share a draft version, even if the filter asks for another. */
    private boolean shareADraft(List<ProtocolVersion> relayDrafts, Route route) {
        var all = drafts(client, Role.CLIENT, route.transport().orElseThrow());
        return ProtocolVersion.newestShared(all, relayDrafts).isPresent();
    }

    private Closed noCommonVersion(List<ProtocolVersion> relayDrafts, String transport, Route route) {
        var all = client.draftVersions(Role.CLIENT);
        if (ProtocolVersion.newestShared(all, relayDrafts).isPresent()) {
            var text = "no common transport: %s does not speak %s in a draft of %s"
                    .formatted(client.name(), transport, relay.name());
            return new Closed(route, Cause.NO_COMMON_TRANSPORT, text);
        }
        var text = "no common version: %s speaks %s, %s speaks %s"
                .formatted(client.name(), words(all), relay.name(), words(relayDrafts));
        return new Closed(route, Cause.NO_COMMON_VERSION, text);
    }

    private static Optional<Closed> filtered(Route route, String what) {
        return Optional.of(new Closed(route, Cause.FILTERED, "left out by a filter: " + what));
    }

    private static String inWords(String versionRelation) {
        return versionRelation.equals(VersionRelation.AHEAD.label()) ? "ahead of" : versionRelation;
    }

    private static String words(List<ProtocolVersion> drafts) {
        return drafts.isEmpty() ? "no version that the registry names" : ProtocolVersion.names(drafts);
    }

    private Optional<ProtocolVersion> target() {
        return filter.target().map(it -> draft("target", it));
    }

    private static ProtocolVersion draft(String what, ProtocolVersion version) {
        if (version.draftNumber().isEmpty()) {
            throw new UserError("%s '%s': not a draft version; write it like draft-18".formatted(what, version));
        }
        return version;
    }
}
