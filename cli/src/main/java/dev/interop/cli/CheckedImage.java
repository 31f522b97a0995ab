package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.cli.check.Peers;
import dev.interop.protocol.Protocol;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes an implementation of an image that no registry lists, in every role and in one version. */
final class CheckedImage {
    /** An image reference: {@code [HOST[:PORT]/]PATH[:TAG][@DIGEST]}. */
    private static final Pattern REFERENCE = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/)?"
            + "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*"
            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");

    private static final int LONGEST_NAME = 80;

    private CheckedImage() {}

    /**
     * @param draft the version that it speaks; empty for the registry's target version
     * @throws UserError when the text is no image reference but a mistyped name
     */
    static Implementation of(Protocol protocol, Registry known, String image, Optional<ProtocolVersion> draft) {
        if (!image.contains("/") && !image.contains(":")) {
            throw new UserError("check '%s': no such implementation of %s%s"
                    .formatted(Printable.of(image), protocol.title(), remedy(protocol, known, image)));
        }
        if (!REFERENCE.matcher(image).matches()) {
            throw new UserError(
                    "check '%s': is no name of an image; write [HOST/]NAME[:TAG], the name in lower case, or a NAME of %s"
                            .formatted(Printable.of(image), "./interop list implementations"));
        }
        var roles = new TreeMap<Role, Endpoint>();
        Peers.roles(protocol).forEach(it -> roles.put(it, Endpoint.ofImage(image)));
        var spoken = draft.or(known::currentTarget)
                .filter(it -> !CheckInput.drafts(protocol, known).isEmpty());
        return new Implementation(
                name(image),
                protocol.name(),
                image,
                Optional.empty(),
                Optional.empty(),
                spoken.stream().toList(),
                roles,
                true,
                new Origin(Path.of("command line"), 1));
    }

    /** The name of the image's folder, which keeps the recordings of different images apart. */
    private static String name(String image) {
        var name = image.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
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
