package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.check.Peers;
import dev.interop.protocol.Protocol;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** An image that no registry lists, as if one did: in every role, in one version. */
final class CheckedImage {
    private static final String NAME = "image";

    private CheckedImage() {}

    /**
     * @param draft the version that it speaks; empty for the one that the registry aims at
     * @throws UserError when it does not look like an image, but like a slip in a name
     */
    static Implementation of(Protocol protocol, Registry known, String image, Optional<String> draft) {
        if (!image.contains("/") && !image.contains(":")) {
            throw new UserError("check '%s': no such implementation of %s%s"
                    .formatted(Printable.of(image), protocol.title(), remedy(protocol, known, image)));
        }
        var roles = new EnumMap<Role, Endpoint>(Role.class);
        Peers.roles(protocol).forEach(it -> roles.put(it, Endpoint.ofImage(image)));
        var spoken = draft.or(known::currentTarget)
                .filter(it -> !CheckInput.drafts(protocol, known).isEmpty());
        return new Implementation(
                NAME,
                protocol.name(),
                image,
                Optional.empty(),
                Optional.empty(),
                spoken.stream().toList(),
                roles,
                true,
                new Origin(Path.of("command line"), 1));
    }

    private static String remedy(Protocol protocol, Registry known, String name) {
        var elsewhere = known.implementations().stream()
                .filter(it -> it.name().equals(name))
                .map(it -> "--protocol " + it.protocol())
                .distinct()
                .collect(Collectors.joining(" or "));
        if (!elsewhere.isEmpty()) {
            return "; the registry knows it otherwise: add " + elsewhere;
        }
        var names = known.implementations().stream()
                .filter(it -> it.protocol().equals(protocol.name()))
                .map(Implementation::name)
                .distinct()
                .toList();
        return NearestName.of(name, names).map("; nearest: "::concat).orElse("")
                + "; an image is named with its tag, as in IMAGE:TAG";
    }
}
