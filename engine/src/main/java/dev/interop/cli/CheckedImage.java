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
            var names = known.implementations().stream()
                    .filter(it -> it.protocol().equals(protocol.name()))
                    .map(Implementation::name)
                    .distinct()
                    .toList();
            throw new UserError(
                    "check '%s': no such implementation of %s%s; an image is named with its tag, as in IMAGE:TAG"
                            .formatted(
                                    Printable.of(image),
                                    protocol.title(),
                                    NearestName.of(image, names)
                                            .map("; nearest: "::concat)
                                            .orElse("")));
        }
        var roles = new EnumMap<Role, Endpoint>(Role.class);
        Peers.roles(protocol).forEach(it -> roles.put(it, Endpoint.ofImage(image)));
        var hasDrafts = known.implementations().stream()
                .anyMatch(it -> it.protocol().equals(protocol.name())
                        && !it.draftVersions().isEmpty());
        var spoken = draft.or(known::currentTarget).filter(it -> hasDrafts);
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
}
