package dev.interop.cli.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.NearestName;
import dev.interop.UserError;
import dev.interop.cli.release.PackageRegistry;
import dev.interop.cli.release.ReleaseSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the field {@code versions} of a {@code config.json}: the other releases that a build makes. */
final class VersionsField {
    private static final String FIELD = "versions";

    private VersionsField() {}

    /**
     * Reads the field, if it is there.
     *
     * @throws UserError when it is invalid
     */
    static Optional<ImageBuild.Releases> read(Path config, JsonNode tree) {
        var field = tree.path(FIELD);
        if (field.isMissingNode()) {
            return Optional.empty();
        }
        var source = new ReleaseSource(
                registry(config, BuildFolder.text(config, field, "registry")),
                BuildFolder.text(config, field, "package"),
                names(field.path("names")),
                optional(field, "from"),
                optional(field, "to"));
        if (source.registry() == PackageRegistry.DEBIAN && source.names().isEmpty()) {
            throw new UserError(config + ": 'versions' of Debian need 'names': the suites, the oldest first");
        }
        return Optional.of(new ImageBuild.Releases(source, BuildFolder.args(config, field)));
    }

    private static PackageRegistry registry(Path config, String name) {
        var known =
                Stream.of(PackageRegistry.values()).map(PackageRegistry::label).toList();
        return PackageRegistry.named(name)
                .orElseThrow(() -> new UserError("%s: 'registry' is '%s'; %s"
                        .formatted(
                                config,
                                name,
                                NearestName.of(name, known)
                                        .map("did you mean '%s'?"::formatted)
                                        .orElse("there are " + String.join(", ", known)))));
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<String> optional(JsonNode field, String name) {
        return Optional.of(field.path(name).asText("")).filter(it -> !it.isBlank());
    }
}
