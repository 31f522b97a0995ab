package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.cli.check.Peers;
import dev.interop.protocol.Protocol;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Validates the options of a check; each error names the values that are valid. */
final class CheckInput {
    private CheckInput() {}

    /** @throws UserError when the protocol has no such transport, or only one */
    static void checkTransport(Protocol protocol, Optional<String> wanted) {
        wanted.filter(it -> !protocol.transports().contains(it)).ifPresent(it -> {
            throw new UserError("--transport '%s': %s"
                    .formatted(
                            Printable.of(it),
                            protocol.transports().isEmpty()
                                    ? "%s has no choice of transports; leave it out".formatted(protocol.title())
                                    : "%s takes %s"
                                            .formatted(protocol.title(), String.join(" or ", protocol.transports()))));
        });
    }

    /** @throws UserError when no implementation of the registry speaks this version, or the protocol has no versions */
    static void checkDraft(Protocol protocol, Registry known, Optional<ProtocolVersion> wanted) {
        var drafts = drafts(protocol, known);
        wanted.filter(it -> !drafts.contains(it)).ifPresent(it -> {
            throw new UserError("--draft '%s': %s"
                    .formatted(
                            Printable.of(it.name()),
                            drafts.isEmpty()
                                    ? "the registry has no drafts for %s; leave it out".formatted(protocol.title())
                                    : "no implementation of the registry speaks it; %s is spoken in %s"
                                            .formatted(protocol.title(), ProtocolVersion.names(drafts))));
        });
    }

    /**
     * Parses variables of the form NAME=VALUE.
     *
     * @throws UserError when one has another form
     */
    static Map<String, String> variables(List<String> written) {
        var all = new LinkedHashMap<String, String>();
        for (var it : written) {
            var equals = it.indexOf('=');
            if (equals < 1) {
                throw new UserError("--env '%s': is no variable; write NAME=VALUE".formatted(Printable.of(it)));
            }
            all.put(it.substring(0, equals), it.substring(equals + 1));
        }
        return all;
    }

    /** The versions that the registry's implementations of a protocol speak, in order. */
    static List<ProtocolVersion> drafts(Protocol protocol, Registry known) {
        return known.implementations().stream()
                .filter(it -> it.protocol().equals(protocol.name()))
                .flatMap(it -> it.roles().keySet().stream().flatMap(role -> it.draftVersions(role).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The roles that are checked.
     *
     * @param wanted the only role to check; empty for each that the implementation plays
     * @param draft the only version
     * @throws UserError when the implementation does not play the role, not in a container, or not in this version
     */
    static List<Role> roles(
            Protocol protocol,
            Implementation implementation,
            Optional<String> wanted,
            Optional<ProtocolVersion> draft) {
        var played =
                Peers.roles(protocol).stream().filter(implementation::plays).toList();
        var name = Printable.of(implementation.title());
        if (played.isEmpty()) {
            throw new UserError("check '%s': it plays neither %s nor %s, and nothing else can be checked"
                    .formatted(
                            name,
                            protocol.clientRole().label(),
                            protocol.serverRole().label()));
        }
        var role = wanted.map(it -> played.stream()
                .filter(known -> known.label().equals(it))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "--role '%s': %s plays %s".formatted(Printable.of(it), name, labels(played.stream())))));
        var roles = role.map(List::of).orElse(played);
        for (var it : roles) {
            var fitting = labels(played.stream()
                    .filter(other -> obstacle(implementation, other, draft).isEmpty()));
            obstacle(implementation, it, draft).ifPresent(why -> {
                throw new UserError("%s: as %s %s%s"
                        .formatted(
                                draft.map(version -> "--draft '%s': %s".formatted(version, name))
                                        .orElse("check '%s'".formatted(name)),
                                it.label(),
                                why,
                                fitting.isEmpty() ? "" : "; add --role " + fitting));
            });
        }
        return roles;
    }

    /** The reason why the implementation cannot be checked in this role, if there is one. */
    private static Optional<String> obstacle(
            Implementation implementation, Role role, Optional<ProtocolVersion> draft) {
        var endpoint = implementation.endpoint(role);
        if (!endpoint.runsInContainer()) {
            return Optional.of("it has remote endpoints only, and it is images that are checked; name one of it");
        }
        var spoken = implementation.draftVersions(role);
        return draft.filter(it -> !spoken.contains(it)).map(it -> "it speaks " + ProtocolVersion.names(spoken));
    }

    private static String labels(Stream<Role> roles) {
        return roles.map(Role::label).collect(Collectors.joining(", "));
    }
}
