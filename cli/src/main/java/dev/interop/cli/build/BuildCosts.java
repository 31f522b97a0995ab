package dev.interop.cli.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What builds cost, from the file {@code costs.json} beside their folders. It is no part of a folder, whose files are the
 * inputs of its images: a new measurement must not build them again.
 *
 * @param byName the name of a build → its cost
 */
record BuildCosts(Map<String, BuildCost> byName) {
    private static final String FILE = "costs.json";

    BuildCosts {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads the costs of the builds below a folder; without the file none is known.
     *
     * @throws UserError when the file is invalid
     */
    static BuildCosts read(Path builds) {
        var file = builds.resolve(FILE);
        var costs = new TreeMap<String, BuildCost>();
        if (Files.exists(file)) {
            tree(file).properties().forEach(it -> costs.put(it.getKey(), cost(file, it.getKey(), it.getValue())));
        }
        return new BuildCosts(costs);
    }

    Optional<BuildCost> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static JsonNode tree(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static BuildCost cost(Path file, String name, JsonNode cost) {
        if (!cost.path("seconds").isInt() || !cost.path("mib").isInt()) {
            throw new UserError(file + ": '" + name + "' is " + cost + "; say {\"seconds\": N, \"mib\": N}");
        }
        return new BuildCost(
                Duration.ofSeconds(cost.path("seconds").asInt()),
                cost.path("mib").asInt());
    }
}
