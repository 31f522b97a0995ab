package dev.interop.cli.build;

import dev.interop.cli.release.PackageIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of builds, made for a test. */
final class BuildsFixture {
    private final Path root;

    BuildsFixture(Path root) {
        this.root = root;
    }

    /** An index for builds that ask for no release. */
    static PackageIndex noReleases() {
        return new PackageIndex((registry, name) -> {
            throw new AssertionError("the releases of " + name + " were asked for");
        });
    }

    BuildsFixture dockerfile(String name, String image, String... lines) {
        write(name + "/Dockerfile", String.join("\n", lines) + "\n");
        return config(name, image, "\"dockerfile\": \"Dockerfile\", \"context\": \".\"");
    }

    BuildsFixture script(String name, String image, String... lines) {
        write(name + "/make.sh", "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return config(name, image, "\"script\": \"make.sh\"");
    }

    BuildsFixture write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BuildGraph graph() {
        return new BuildGraph(new BuildFolder().read(root));
    }

    String inputsOf(String image) {
        var graph = graph();
        return graph.inputs(graph.find(image).orElseThrow());
    }

    private BuildsFixture config(String name, String image, String recipe) {
        return write(name + "/config.json", """
                {"name": "%s", "description": "", "targets": {"main": {%s, "image_name": "%s"}}}
                """.formatted(name, recipe, image));
    }
}
