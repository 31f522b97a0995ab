package dev.interop.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.plan.Seeds;
import dev.interop.registry.Mount;
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
 * @param extra the registry files over them
 * @param replacements implementation → image
 * @param mounts the files of the user's machine in implementations' containers
 */
@API(status = Status.INTERNAL)
public record RunInputs(
        String matrix,
        long seed,
        List<Path> registries,
        List<Path> extra,
        Map<String, String> replacements,
        List<Mount> mounts) {
    private static final String MATRIX = "matrix";
    private static final String SEED = "seed";
    private static final String REGISTRIES = "registries";
    private static final String EXTRA = "extra";
    private static final String REPLACEMENTS = "replacements";
    private static final String MOUNTS = "mounts";

    public RunInputs {
        registries = List.copyOf(registries);
        extra = List.copyOf(extra);
        replacements = Map.copyOf(replacements);
        mounts = List.copyOf(mounts);
    }

    /** The inputs of a run whose containers are as their images are. */
    public RunInputs(String matrix, long seed, List<Path> registries, Map<String, String> replacements) {
        this(matrix, seed, registries, List.of(), replacements, List.of());
    }

    /** The inputs of a run of this class, with these settings and this seed. */
    public static RunInputs of(String matrix, Settings settings, long seed) {
        var files = RegistryFiles.find(settings.registries().files(), Path.of(""), settings.caller());
        var mounts = settings.registries().mounts().stream()
                .map(it -> new Mount(it.name(), it.file().toAbsolutePath().normalize(), it.path()))
                .toList();
        return new RunInputs(
                matrix,
                seed,
                absolute(files),
                absolute(settings.registries().extra()),
                settings.registries().replacements(),
                mounts);
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(it -> it.toAbsolutePath().normalize()).toList();
    }

    void write(ObjectNode node) {
        node.put(MATRIX, matrix);
        node.put(SEED, Seeds.format(seed));
        var files = node.putArray(REGISTRIES);
        registries.forEach(it -> files.add(it.toString()));
        var over = node.putArray(EXTRA);
        extra.forEach(it -> over.add(it.toString()));
        var images = node.putObject(REPLACEMENTS);
        replacements.forEach(images::put);
        var mounted = node.putArray(MOUNTS);
        mounts.forEach(it -> mounted.add(it.text()));
    }

    static RunInputs read(JsonNode node) {
        var files = new ArrayList<Path>();
        node.path(REGISTRIES).forEach(it -> files.add(Path.of(it.asText())));
        var over = new ArrayList<Path>();
        node.path(EXTRA).forEach(it -> over.add(Path.of(it.asText())));
        var images = new LinkedHashMap<String, String>();
        node.path(REPLACEMENTS)
                .properties()
                .forEach(it -> images.put(it.getKey(), it.getValue().asText()));
        var mounts = new ArrayList<Mount>();
        node.path(MOUNTS).forEach(it -> mounts.add(Mount.parse(MOUNTS, it.asText())));
        return new RunInputs(
                node.path(MATRIX).asText(), Seeds.parse(node.path(SEED).asText()), files, over, images, mounts);
    }
}
