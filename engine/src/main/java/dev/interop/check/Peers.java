package dev.interop.check;

import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Finds an implementation that an image can be checked with. */
public final class Peers {
    private final Registry registry;
    private final Predicate<String> here;
    private final BiPredicate<Implementation, Implementation> wanted;

    /**
     * @param registry who is known
     * @param here whether an image is on this machine
     */
    public Peers(Registry registry, Predicate<String> here) {
        this(registry, here, (checked, it) -> it.selected() || it.name().equals(checked.name()));
    }

    private Peers(Registry registry, Predicate<String> here, BiPredicate<Implementation, Implementation> wanted) {
        this.registry = registry;
        this.here = here;
        this.wanted = wanted;
    }

    /** The same, with the implementation of this name and no other. */
    public Peers only(String name) {
        return new Peers(registry, here, (checked, it) -> it.name().equals(name));
    }

    /**
     * The subject with a peer: the first of the default matrix, in the registry's order, that is another one, speaks a
     * common version, and whose image is on this machine; the first one whose image is not, if none is. Where there is
     * no other one, it is its own peer.
     *
     * @param filter which ways to go are wanted; the first one is taken
     * @throws UserError when there is none at all
     */
    public Subject with(Protocol protocol, Implementation implementation, Role role, RouteFilter filter) {
        var other = role == protocol.clientRole() ? protocol.serverRole() : protocol.clientRole();
        var fitting = registry.playing(protocol.name(), other).stream()
                .filter(it -> wanted.test(implementation, it))
                .sorted(Comparator.comparing(it -> it.name().equals(implementation.name())))
                .flatMap(it -> subject(protocol, implementation, role, it, filter).stream())
                .toList();
        return fitting.stream()
                .filter(it -> it.peerEndpoint().image().filter(here).isPresent())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .orElseThrow(() -> new UserError(
                        "no %s of the registry can be put against it in %s; name a registry with one by --registry"
                                .formatted(other.label(), protocol.title())));
    }

    private static Optional<Subject> subject(
            Protocol protocol, Implementation implementation, Role role, Implementation peer, RouteFilter filter) {
        var connects = role == protocol.clientRole();
        var routes = protocol.routes(connects ? implementation : peer, connects ? peer : implementation, filter);
        return routes.open().stream()
                .filter(it -> it.remote().isEmpty())
                .map(it -> new Subject(protocol, implementation, role, peer, it))
                .filter(it -> it.endpoint().image().isPresent()
                        && it.peerEndpoint().image().isPresent())
                .findFirst();
    }

    /** The roles of a protocol that can be checked. */
    public static List<Role> roles(Protocol protocol) {
        return List.of(protocol.clientRole(), protocol.serverRole());
    }
}
