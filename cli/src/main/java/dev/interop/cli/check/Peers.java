package dev.interop.cli.check;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.Routes.Closed;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds peers that an implementation can be checked with. */
@API(status = Status.INTERNAL)
public final class Peers {
    /** The number of peers whose cells have to fail, since each takes some seconds. */
    static final int ENOUGH = 2;

    private static final int SHOWN_REASONS = 3;

    private final Registry registry;
    private final Protocol protocol;
    private final RouteFilter filter;

    /**
     * @param registry the known implementations
     * @param protocol the protocol whose contract is checked
     * @param filter the selected routes; the first one is used
     */
    public Peers(Registry registry, Protocol protocol, RouteFilter filter) {
        this.registry = registry;
        this.protocol = protocol;
        this.filter = filter;
    }

    /** The roles of a protocol that can be checked. */
    public static List<Role> roles(Protocol protocol) {
        return List.of(protocol.clientRole(), protocol.serverRole());
    }

    /**
     * The subject with each peer that fits, in the registry's order: those of the default matrix that speak a common
     * version and run in a container, itself last.
     *
     * @throws UserError when there is none; the message has the first reasons
     */
    public List<Subject> of(Implementation implementation, Role role) {
        var fits = fits(implementation, role, it -> it.selected() || it.name().equals(implementation.name()));
        var subjects = fits.stream().flatMap(it -> it.subject().stream()).toList();
        if (subjects.isEmpty()) {
            throw new UserError("check '%s': no %s of the registry fits it as %s%s; %s"
                    .formatted(
                            Printable.of(implementation.title()),
                            other(role).label(),
                            role.label(),
                            fits.stream()
                                    .map(it -> it.peer().name() + ": " + it.obstacle())
                                    .limit(SHOWN_REASONS)
                                    .collect(Collectors.joining("; ", fits.isEmpty() ? "" : ": ", "")),
                            "name a registry with one that can by --registry"));
        }
        return subjects;
    }

    /** Each of these peers and whether it fits, in the registry's order, the implementation itself last. */
    List<Fit> fits(Implementation implementation, Role role, Predicate<Implementation> wanted) {
        return registry.playing(protocol.name(), other(role)).stream()
                .filter(wanted)
                .sorted(Comparator.comparing(it -> it.name().equals(implementation.name())))
                .map(it -> Fit.of(protocol, implementation, role, it, filter))
                .toList();
    }

    /**
     * The subject with this peer.
     *
     * @throws UserError when there is none of this name, or it does not fit; the message names those that fit
     */
    public List<Subject> named(String name, Implementation implementation, Role role) {
        var peer = registry.find(protocol.name(), name)
                .orElseThrow(() -> wrong(name, unknown(name), implementation, role));
        if (!peer.plays(other(role))) {
            var plays = "it plays %s, and a %s is checked with a %s%s"
                    .formatted(
                            peer.roles().keySet().stream().map(Role::label).collect(Collectors.joining(", ")),
                            role.label(),
                            other(role).label(),
                            implementation.plays(other(role)) && peer.plays(role)
                                    ? " (--role %s fits it)"
                                            .formatted(other(role).label())
                                    : "");
            throw wrong(name, plays, implementation, role);
        }
        var fit = Fit.of(protocol, implementation, role, peer, filter);
        return List.of(fit.subject().orElseThrow(() -> wrong(name, fit.obstacle(), implementation, role)));
    }

    /** Whether so many cells did not go well for which no peer is at fault that further peers would not show more. */
    static boolean areEnough(List<CheckedCell> tried) {
        return tried.stream().filter(it -> !it.isPeersFault()).count() >= ENOUGH;
    }

    /**
     * The subjects whose peers' images are on this machine; if there are none, the first whose image needs no long build.
     *
     * @param here tests whether an image is on this machine
     * @param slow tests whether an image needs a long build
     */
    public static List<Subject> ready(List<Subject> subjects, Predicate<String> here, Predicate<String> slow) {
        var ready = subjects.stream()
                .filter(it -> it.peerEndpoint().image().filter(here).isPresent())
                .toList();
        return ready.isEmpty()
                ? List.of(subjects.stream()
                        .filter(it -> it.peerEndpoint().image().filter(slow).isEmpty())
                        .findFirst()
                        .orElse(subjects.get(0)))
                : ready;
    }

    private String unknown(String name) {
        var elsewhere = registry.implementations().stream()
                .filter(it -> it.name().equals(name))
                .map(Implementation::protocol)
                .distinct()
                .toList();
        if (!elsewhere.isEmpty()) {
            return "the registry knows it for %s, not for %s".formatted(String.join(", ", elsewhere), protocol.name());
        }
        var names = registry.implementations().stream()
                .filter(it -> it.protocol().equals(protocol.name()))
                .map(Implementation::name)
                .toList();
        return "no such implementation of " + protocol.title()
                + NearestName.of(name, names).map("; nearest: "::concat).orElse("");
    }

    private UserError wrong(String name, String why, Implementation implementation, Role role) {
        var fitting = registry.playing(protocol.name(), other(role)).stream()
                .filter(it -> Fit.of(protocol, implementation, role, it, filter)
                        .subject()
                        .isPresent())
                .map(Implementation::name)
                .collect(Collectors.joining(", "));
        return new UserError("--with '%s': %s; %s"
                .formatted(
                        Printable.of(name),
                        why,
                        fitting.isEmpty()
                                ? "no %s of the registry fits"
                                        .formatted(other(role).label())
                                : "%ss that fit: %s".formatted(other(role).label(), fitting)));
    }

    private Role other(Role role) {
        return role.equals(protocol.clientRole()) ? protocol.serverRole() : protocol.clientRole();
    }

    /**
     * Whether a peer fits the checked implementation.
     *
     * @param peer the peer
     * @param subject the pair, if the peer fits
     * @param obstacle the reason, if it does not fit
     */
    record Fit(Implementation peer, Optional<Subject> subject, String obstacle) {
        static Fit of(
                Protocol protocol, Implementation implementation, Role role, Implementation peer, RouteFilter filter) {
            var connects = role.equals(protocol.clientRole());
            var routes = protocol.routes(connects ? implementation : peer, connects ? peer : implementation, filter);
            var subject = routes.open().stream()
                    .filter(it -> it.remote().isEmpty())
                    .map(it -> new Subject(protocol, implementation, role, peer, it))
                    .filter(it -> it.endpoint().image().isPresent()
                            && it.peerEndpoint().image().isPresent())
                    .findFirst();
            var elsewhere = routes.open().stream().anyMatch(it -> it.remote().isPresent());
            return new Fit(
                    peer, subject, elsewhere ? "it has remote endpoints only" : obstacle(routes.closed(), filter));
        }

        private static String obstacle(List<Closed> closed, RouteFilter filter) {
            return closed.stream()
                    .filter(it -> it.route().remote().isEmpty())
                    .filter(it -> filter.transports().isEmpty()
                            || it.route()
                                    .transport()
                                    .filter(filter.transports()::contains)
                                    .isPresent())
                    .findFirst()
                    .or(() -> closed.stream().findFirst())
                    .map(Closed::text)
                    .orElse("it has no image");
        }
    }
}
