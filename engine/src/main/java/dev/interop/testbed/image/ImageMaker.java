package dev.interop.testbed.image;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one image with the Docker command. */
final class ImageMaker {
    /** The label with the digest of all that went into an image. */
    static final String INPUTS_LABEL = "dev.interop.inputs";

    private final DockerCli docker;
    private final BuildOptions options;

    ImageMaker(DockerCli docker, BuildOptions options) {
        this.docker = docker;
        this.options = options;
    }

    /** Makes it and gives the exit code. */
    int make(ImageBuild build, String inputs, Path log) {
        if (build.recipe() instanceof ImageBuild.Script script) {
            return script(build, script, inputs, log);
        }
        try {
            return build.recipe() instanceof ImageBuild.Source source
                    ? source(build, source, inputs, log)
                    : dockerfile(build, (ImageBuild.Dockerfile) build.recipe(), Map.of(INPUTS_LABEL, inputs), log);
        } catch (IOException e) {
            throw new UserError(build.folder() + ": cannot be built: " + e.getMessage(), e).ofEnvironment();
        }
    }

    private int source(ImageBuild build, ImageBuild.Source source, String inputs, Path log) throws IOException {
        try (var tree = new Sources(log).get(build, source, options.sources())) {
            var provenance = tree.provenance().at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            var labels = new LinkedHashMap<>(provenance.labels());
            labels.put(INPUTS_LABEL, inputs);
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

    private int dockerfile(ImageBuild build, ImageBuild.Dockerfile dockerfile, Map<String, String> labels, Path log)
            throws IOException {
        return docker.buildKit()
                ? withBuildKit(build, dockerfile, labels, log)
                : withClassicBuilder(build, dockerfile, labels, log);
    }

    private int withBuildKit(ImageBuild build, ImageBuild.Dockerfile dockerfile, Map<String, String> labels, Path log) {
        var arguments = arguments(build, dockerfile, labels, dockerfile.file());
        options.ca().ifPresent(it -> arguments.addAll(List.of("--secret", "id=ca,src=" + it.toAbsolutePath())));
        arguments.add(dockerfile.context().toAbsolutePath().toString());
        return docker.command(build.folder(), arguments).run("", log, options.limit());
    }

    /** A copy of the context, since the bundle must lie in it. */
    private int withClassicBuilder(
            ImageBuild build, ImageBuild.Dockerfile dockerfile, Map<String, String> labels, Path log)
            throws IOException {
        var context = Files.createTempDirectory("interop-build-");
        try {
            copy(dockerfile.context(), context);
            if (options.ca().isPresent()) {
                Files.copy(options.ca().get(), context.resolve(ClassicDockerfile.BUNDLE));
            }
            var rewritten = context.resolve(".interop-Dockerfile");
            Files.writeString(
                    rewritten,
                    ClassicDockerfile.of(
                            Files.readString(dockerfile.file()), options.ca().isPresent()));
            var arguments = arguments(build, dockerfile, labels, rewritten);
            arguments.add(context.toString());
            return docker.command(build.folder(), arguments).run("", log, options.limit());
        } finally {
            SourceTree.delete(context);
        }
    }

    private static List<String> arguments(
            ImageBuild build, ImageBuild.Dockerfile recipe, Map<String, String> labels, Path dockerfile) {
        var arguments = new ArrayList<>(List.of(
                "build",
                "--tag",
                build.image(),
                "--file",
                dockerfile.toAbsolutePath().toString()));
        labels.forEach((name, value) -> arguments.addAll(List.of("--label", name + "=" + value)));
        recipe.args().forEach((name, value) -> arguments.addAll(List.of("--build-arg", name + "=" + value)));
        return arguments;
    }

    private int script(ImageBuild build, ImageBuild.Script script, String inputs, Path log) {
        var arguments = new ArrayList<String>();
        if (!Files.isExecutable(script.file())) {
            arguments.add("sh");
        }
        arguments.addAll(List.of(script.file().toAbsolutePath().toString(), build.target(), build.image()));
        var code = new Command(arguments, build.folder(), docker.env()).run("", log, options.limit());
        return code == 0 ? label(build, inputs, log) : code;
    }

    /** A script knows nothing of labels: one more image on top of its own, of no size. */
    private int label(ImageBuild build, String inputs, Path log) {
        return docker.command(
                        build.folder(),
                        List.of("build", "--tag", build.image(), "--label", INPUTS_LABEL + "=" + inputs, "-"))
                .run("FROM " + build.image() + "\n", log, Duration.ofMinutes(2));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
