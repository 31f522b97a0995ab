package dev.interop.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.plan.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The inputs of a run, stored with its results so that a cell can be run again.
 *
 * @param matrix the name of the class whose matrix was run; empty if it was not stored
 * @param seed the run's seed
 * @param registries the registry files; empty if they were not stored
 * @param replacements implementation → image
 */
@API(status = Status.INTERNAL)
public record RunInputs(String matrix, long seed, List<Path> registries, Map<String, String> replacements) {
    private static final String MATRIX = "matrix";
    private static final String SEED = "seed";
    private static final String REGISTRIES = "registries";
    private static final String REPLACEMENTS = "replacements";

    public RunInputs {
        registries = List.copyOf(registries);
        replacements = Map.copyOf(replacements);
    }

    /** The inputs of a run of this class, with these settings and this seed. */
    public static RunInputs of(String matrix, Settings settings, long seed) {
        var files = RegistryFiles.find(settings.registries().files(), Path.of(""), settings.caller()).stream()
                .map(it -> it.toAbsolutePath().normalize())
                .toList();
        return new RunInputs(matrix, seed, files, settings.registries().replacements());
    }

    void write(ObjectNode node) {
        node.put(MATRIX, matrix);
        node.put(SEED, Seeds.format(seed));
        var files = node.putArray(REGISTRIES);
        registries.forEach(it -> files.add(it.toString()));
        var images = node.putObject(REPLACEMENTS);
        replacements.forEach(images::put);
    }

    static RunInputs read(JsonNode node) {
        var files = new ArrayList<Path>();
        node.path(REGISTRIES).forEach(it -> files.add(Path.of(it.asText())));
        var images = new LinkedHashMap<String, String>();
        node.path(REPLACEMENTS)
                .properties()
                .forEach(it -> images.put(it.getKey(), it.getValue().asText()));
        return new RunInputs(
                node.path(MATRIX).asText(), Seeds.parse(node.path(SEED).asText()), files, images);
    }
}
