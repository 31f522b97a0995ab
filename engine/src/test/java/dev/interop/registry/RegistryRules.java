package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for every entry of the project's registry, including those of new implementations. */
public final class RegistryRules {
    private static final List<Path> BUILDS =
            List.of(Path.of("../builds"), Path.of("../adapters"), Path.of("../examples"));

    private RegistryRules() {}

    /** Every entry fits the format, and its build makes its images in its version. */
    public static void hold(Registry registry) {
        assertThat(registry.problems()).isEmpty();
        for (var it : registry.implementations()) {
            for (var endpoint : images(it)) {
                endpoint.build().ifPresent(build -> makes(build, endpoint, it));
            }
        }
    }

    private static void makes(String build, Endpoint endpoint, Implementation it) {
        var folder = folder(build);
        var config = config(folder);
        assertThat(config.path("targets").findValuesAsText("image_name"))
                .as(it.name())
                .contains(endpoint.image().orElseThrow());
        // For sources the ref may be a branch; the image records its commit.
        var fromSources = Files.exists(folder.resolve("build.sh"));
        var ref = config.path("default_ref").asText();
        if (!fromSources && !ref.isEmpty()) {
            it.version().ifPresent(version -> assertThat(ref).as(it.name()).isEqualTo(version));
        }
    }

    /** The endpoints of all roles, and of all drafts with an endpoint of their own. */
    static List<Endpoint> images(Implementation implementation) {
        return implementation.roles().values().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.drafts().values().stream()))
                .toList();
    }

    /** Finds the folder by the name in its {@code config.json}, as {@code ./interop build} does. */
    private static Path folder(String build) {
        var named = BUILDS.stream()
                .flatMap(RegistryRules::folders)
                .filter(it -> config(it).path("name").asText().equals(build))
                .collect(Collectors.toList());
        assertThat(named).as("folders that are the build " + build).hasSize(1);
        return named.get(0);
    }

    private static Stream<Path> folders(Path parent) {
        try (var folders = Files.list(parent)) {
            return folders.filter(it -> Files.exists(it.resolve("config.json"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode config(Path folder) {
        try {
            return new ObjectMapper().readTree(folder.resolve("config.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
