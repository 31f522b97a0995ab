package dev.interop.cli.build;

import dev.interop.UserError;
import dev.interop.testbed.image.DockerBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one image by its recipe. */
final class ImageMaker {
    private final DockerBuild docker;
    private final BuildOptions options;

    ImageMaker(DockerBuild docker, BuildOptions options) {
        this.docker = docker;
        this.options = options;
    }

    /** Makes the image and returns the exit code. */
    int make(ImageBuild build, String inputs, Path log) {
        var labels = Map.of(DockerBuild.INPUTS_LABEL, inputs);
        try {
            if (build.recipe() instanceof ImageBuild.Script script) {
                return script(build, script, labels, log);
            }
            return build.recipe() instanceof ImageBuild.Source source
                    ? source(build, source, inputs, log)
                    : dockerfile(build, (ImageBuild.Dockerfile) build.recipe(), labels, log);
        } catch (IOException e) {
            throw new UserError(build.folder() + ": cannot be built: " + e.getMessage(), e).ofEnvironment();
        }
    }

    private int source(ImageBuild build, ImageBuild.Source source, String inputs, Path log) throws IOException {
        try (var tree = new Sources(log).get(build, source, options.sources())) {
            var provenance = tree.provenance().at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            var labels = new LinkedHashMap<>(provenance.labels());
            labels.put(DockerBuild.INPUTS_LABEL, inputs);
            var context = tree.folder().resolve(source.context()).normalize();
            if (!context.startsWith(tree.folder()) || !Files.isDirectory(context)) {
                throw new UserError(
                        "'" + source.context() + "' is no folder of the sources; see 'context' in its config.json");
            }
            var code = dockerfile(build, new ImageBuild.Dockerfile(source.file(), context, Map.of()), labels, log);
            if (code == 0) {
                new ProvenanceFiles(options.logs()).write(build, provenance);
            }
            return code;
        }
    }

    private int dockerfile(ImageBuild build, ImageBuild.Dockerfile recipe, Map<String, String> labels, Path log)
            throws IOException {
        return docker.build(
                new DockerBuild.Dockerfile(build.image(), recipe.file(), recipe.context(), recipe.args()), labels, log);
    }

    /** Runs a script, and labels the image afterwards, since the script does not. */
    private int script(ImageBuild build, ImageBuild.Script script, Map<String, String> labels, Path log) {
        var code = docker.script(script.file(), List.of(build.target(), build.image()), Map.of(), log);
        return code == 0 ? docker.label(build.image(), build.image(), labels, log) : code;
    }
}
