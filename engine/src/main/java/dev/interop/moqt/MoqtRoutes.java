package dev.interop.moqt;

import dev.interop.UserError;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RouteFilter.Place;
import dev.interop.protocol.Routes;
import dev.interop.protocol.Routes.Cause;
import dev.interop.protocol.Routes.Closed;
import dev.interop.protocol.Standing;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Remote;
import dev.interop.registry.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways from a client to a relay: its container, once a transport, and each of its remote endpoints. The draft that
 * a pair is expected to speak is the newest that both know.
 */
final class MoqtRoutes {
    static final String QUIC = "quic";
    static final String WEBTRANSPORT = "webtransport";

    private final RouteFilter filter;
    private final List<Route> open = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    private MoqtRoutes(RouteFilter filter) {
        this.filter = filter;
    }

    /**
     * All ways from this client to this relay.
     *
     * @throws UserError when the filter's target is not a draft
     */
    static Routes between(Implementation client, Implementation relay, RouteFilter filter) {
        var routes = new MoqtRoutes(filter);
        var endpoint = relay.endpoint(Role.RELAY);
        if (endpoint.image().isPresent()) {
            for (var transport : transports(endpoint)) {
                routes.add(transport, client, relay, relay.draftVersions(), transport, Optional.empty());
            }
        }
        for (var remote : endpoint.remotes()) {
            var drafts = remote.draftVersion().map(List::of).orElse(relay.draftVersions());
            routes.add("remote-" + remote.transport(), client, relay, drafts, remote.transport(), Optional.of(remote));
        }
        return new Routes(routes.open, routes.closed);
    }

    /** A URL's scheme is a transport; a relay without one speaks both on one port. */
    private static List<String> transports(Endpoint relay) {
        return relay.url()
                .map(it -> List.of(it.startsWith("moqt:") ? QUIC : WEBTRANSPORT))
                .orElse(List.of(QUIC, WEBTRANSPORT));
    }

    private void add(
            String kind,
            Implementation client,
            Implementation relay,
            List<String> relayDrafts,
            String transport,
            Optional<Remote> remote) {
        var count = labels.merge(kind, 1, Integer::sum);
        var label = count == 1 ? kind : kind + "-" + count;
        var draft = Draft.newestShared(client.draftVersions(), relayDrafts);
        var standing = draft.flatMap(it -> target().map(it::standing));
        var route = new Route(label, Optional.of(transport), draft.map(Draft::toString), standing, remote);
        obstacle(client, relay, relayDrafts, route).ifPresentOrElse(closed::add, () -> open.add(route));
    }

    private Optional<Closed> obstacle(
            Implementation client, Implementation relay, List<String> relayDrafts, Route route) {
        var place = route.remote().isPresent() ? Place.REMOTE : Place.DOCKER;
        if (!filter.places().isEmpty() && !filter.places().contains(place)) {
            return filtered(route, place == Place.REMOTE ? "a remote endpoint" : "a container");
        }
        if (!filter.transports().isEmpty()
                && !filter.transports().contains(route.transport().orElseThrow())) {
            return filtered(route, "over " + route.transport().orElseThrow());
        }
        if (route.remote().filter(it -> it.status().equals("inactive")).isPresent()) {
            return Optional.of(new Closed(route, Cause.INACTIVE, "the registry says that this endpoint is inactive"));
        }
        if (route.version().isEmpty()) {
            var text = "no common version: %s speaks %s, %s speaks %s"
                    .formatted(client.name(), told(client.draftVersions()), relay.name(), told(relayDrafts));
            return Optional.of(new Closed(route, Cause.NO_COMMON_VERSION, text));
        }
        var standing = route.standing();
        if (!filter.standings().isEmpty()
                && standing.filter(filter.standings()::contains).isEmpty()) {
            return filtered(route, route.version().orElseThrow() + " is " + told(standing) + " the target");
        }
        return Optional.empty();
    }

    private static Optional<Closed> filtered(Route route, String what) {
        return Optional.of(new Closed(route, Cause.FILTERED, "left out by a filter: " + what));
    }

    private static String told(Optional<Standing> standing) {
        return switch (standing.orElse(Standing.AT)) {
            case AT -> "at";
            case AHEAD -> "ahead of";
            case BEHIND -> "behind";
        };
    }

    private static String told(List<String> drafts) {
        return drafts.isEmpty() ? "none that the registry names" : String.join(", ", drafts);
    }

    private Optional<Draft> target() {
        return filter.target()
                .map(it -> Draft.of(it)
                        .orElseThrow(() -> new UserError("target '%s': not a draft; write draft-18".formatted(it))));
    }
}
