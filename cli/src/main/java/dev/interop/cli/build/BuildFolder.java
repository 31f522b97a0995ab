package dev.interop.cli.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.UserError;
import dev.interop.cli.build.ImageBuild.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the {@code config.json} of each folder below {@code builds/} or {@code adapters/}. */
final class BuildFolder {
    static final String CONFIG = "config.json";
    /** The script that marks a folder of source builds; it passes its options on to {@code ./interop build}. */
    private static final String SOURCE_MARK = "build.sh";

    private final ObjectMapper json = new ObjectMapper();

    /**
     * All images that can be built, in the order of the folders.
     *
     * @throws UserError when the folder or one of its files is invalid
     */
    List<ImageBuild> read(Path builds) {
        if (!Files.isDirectory(builds)) {
            throw new UserError(builds + ": no such folder; run this in the project's folder");
        }
        var all = new ArrayList<ImageBuild>();
        var costs = BuildCosts.read(builds);
        try (var folders = Files.newDirectoryStream(builds, it -> Files.isRegularFile(it.resolve(CONFIG)))) {
            for (var folder : folders) {
                all.addAll(readFolder(folder, costs));
            }
        } catch (IOException e) {
            throw new UserError(builds + ": cannot be read: " + e.getMessage(), e);
        }
        all.sort((a, b) -> a.folder().compareTo(b.folder()));
        refuseTwins(all);
        return List.copyOf(all);
    }

    private List<ImageBuild> readFolder(Path folder, BuildCosts costs) throws IOException {
        var config = folder.resolve(CONFIG);
        JsonNode tree;
        try {
            tree = json.readTree(config.toFile());
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UserError(config + ":" + line + ": not JSON: " + e.getOriginalMessage(), e);
        }
        var name = text(config, tree, "name");
        var targets = new ArrayList<ImageBuild>();
        for (var target : tree.path("targets").properties()) {
            var entry = target.getValue();
            targets.add(new ImageBuild(
                    name,
                    target.getKey(),
                    text(config, entry, "image_name"),
                    folder,
                    recipe(config, folder, tree, entry),
                    effort(config, tree),
                    VersionsField.read(config, tree),
                    costs.of(name)));
        }
        if (targets.isEmpty()) {
            throw new UserError(config + ": 'targets' is missing or empty; name at least one image");
        }
        return targets;
    }

    private static ImageBuild.Recipe recipe(Path config, Path folder, JsonNode tree, JsonNode entry) {
        if (entry.has("script")) {
            return new ImageBuild.Script(existing(config, folder.resolve(text(config, entry, "script"))));
        }
        var file = existing(config, folder.resolve(text(config, entry, "dockerfile")));
        if (Files.exists(folder.resolve(SOURCE_MARK))) {
            return new ImageBuild.Source(
                    file,
                    entry.path("context").asText("."),
                    tree.path("repository").asText(""),
                    text(config, tree, "default_ref"));
        }
        return new ImageBuild.Dockerfile(
                file, folder.resolve(entry.path("context").asText(".")).normalize(), args(config, entry));
    }

    static Map<String, String> args(Path config, JsonNode entry) {
        var args = new HashMap<String, String>();
        for (var field : entry.path("args").properties()) {
            args.put(field.getKey(), text(config, entry.path("args"), field.getKey()));
        }
        return args;
    }

    private static Effort effort(Path config, JsonNode tree) {
        var field = tree.path("long");
        if (!field.isMissingNode() && !field.isBoolean()) {
            throw new UserError(config + ": 'long' is " + field + "; say true or false");
        }
        return field.asBoolean() ? Effort.LONG : Effort.QUICK;
    }

    private static Path existing(Path config, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(config + ": '" + file.getFileName() + "' does not exist beside it");
        }
        return file;
    }

    static String text(Path config, JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new UserError(config + ": '" + field + "' is missing");
        }
        return value.asText();
    }

    private static void refuseTwins(List<ImageBuild> all) {
        var first = new HashMap<String, ImageBuild>();
        for (var build : all) {
            var other = first.putIfAbsent(build.image(), build);
            if (other != null) {
                throw new UserError(build.folder().resolve(CONFIG) + ": image " + build.image() + " is also made in "
                        + other.folder() + "; give one of them another name");
            }
        }
    }
}
