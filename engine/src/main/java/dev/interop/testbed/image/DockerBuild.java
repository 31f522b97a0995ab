package dev.interop.testbed.image;

import dev.interop.testbed.docker.EngineHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Builds images with the Docker command: with BuildKit, where the command has it, else with the classic builder. Every
 * build gets the machine's proxies as build arguments and a bundle of certificates as the build secret {@code ca}; images
 * contain neither.
 */
@API(status = Status.INTERNAL)
public final class DockerBuild {
    /** The label with the digest of everything that went into an image. */
    public static final String INPUTS_LABEL = "dev.interop.inputs";

    private static final Duration LABEL_LIMIT = Duration.ofMinutes(2);

    private final DockerCli docker;
    private final Optional<Path> ca;
    private final Duration limit;
    private final Map<String, String> proxies;

    DockerBuild(DockerCli docker, Optional<Path> ca, Duration limit, Map<String, String> environment) {
        this.docker = docker;
        this.ca = ca;
        this.limit = limit;
        this.proxies = ProxyVariables.of(environment);
    }

    /**
     * Finds the Docker command of this machine.
     *
     * @param host the engine that builds
     * @param ca certificates in PEM that package managers trust while they build
     * @param limit how long one build may take
     * @throws dev.interop.UserError when there is no Docker command that works with this engine
     */
    public static DockerBuild with(EngineHost host, Optional<Path> ca, Duration limit) {
        return new DockerBuild(DockerCli.find(host), ca, limit, System.getenv());
    }

    /**
     * The source of an image.
     *
     * @param image the reference that it gets
     * @param file the Dockerfile
     * @param context the folder of the build's context
     * @param args the build arguments
     */
    public record Dockerfile(String image, Path file, Path context, Map<String, String> args) {
        public Dockerfile {
            args = Map.copyOf(args);
        }
    }

    /**
     * Builds an image.
     *
     * @param log gets the build's output
     * @return the exit code
     * @throws IOException when the context cannot be copied
     */
    public int build(Dockerfile what, Map<String, String> labels, Path log) throws IOException {
        return docker.buildKit() ? withBuildKit(what, labels, log) : withClassicBuilder(what, labels, log);
    }

    private int withBuildKit(Dockerfile what, Map<String, String> labels, Path log) {
        var arguments = arguments(what, what.file(), labels);
        ca.ifPresent(it -> arguments.addAll(List.of("--secret", "id=ca,src=" + it.toAbsolutePath())));
        arguments.add(what.context().toAbsolutePath().toString());
        return docker.command(what.context(), arguments).run("", log, limit);
    }

    /** Builds with a copy of the context, because the bundle has to be in it. */
    private int withClassicBuilder(Dockerfile what, Map<String, String> labels, Path log) throws IOException {
        try (var copy = ScratchFolder.create("interop-build-")) {
            copy.add(what.context());
            if (ca.isPresent()) {
                Files.copy(ca.get(), copy.path().resolve(ClassicDockerfile.BUNDLE));
            }
            var rewritten = copy.path().resolve(".interop-Dockerfile");
            Files.writeString(rewritten, ClassicDockerfile.of(Files.readString(what.file()), ca.isPresent()));
            var arguments = arguments(what, rewritten, labels);
            arguments.add(copy.path().toString());
            return docker.command(copy.path(), arguments).run("", log, limit);
        }
    }

    private List<String> arguments(Dockerfile what, Path file, Map<String, String> labels) {
        var arguments = new ArrayList<>(List.of("build", "--tag", what.image()));
        arguments.addAll(List.of("--file", file.toAbsolutePath().toString()));
        labels.forEach((name, value) -> arguments.addAll(List.of("--label", name + "=" + value)));
        var args = new LinkedHashMap<>(proxies);
        args.putAll(what.args());
        args.forEach((name, value) -> arguments.addAll(List.of("--build-arg", name + "=" + value)));
        return arguments;
    }

    /**
     * Runs a script that creates an image. The script gets the Docker command in {@code DOCKER}.
     *
     * @return the exit code
     */
    public int script(Path script, List<String> arguments, Map<String, String> env, Path log) {
        var line = new ArrayList<String>();
        if (!Files.isExecutable(script)) {
            line.add("sh");
        }
        line.add(script.toAbsolutePath().toString());
        line.addAll(arguments);
        var variables = new LinkedHashMap<>(proxies);
        variables.putAll(docker.env());
        variables.putAll(env);
        return new Command(line, script.toAbsolutePath().getParent(), variables).run("", log, limit);
    }

    /**
     * Creates an image with additional labels and no other change, under another reference.
     *
     * @return the exit code
     */
    public int label(String from, String image, Map<String, String> labels, Path log) {
        var arguments = new ArrayList<>(List.of("build", "--tag", image));
        labels.forEach((name, value) -> arguments.addAll(List.of("--label", name + "=" + value)));
        arguments.add("-");
        return docker.command(Path.of("").toAbsolutePath(), arguments).run("FROM " + from + "\n", log, LABEL_LIMIT);
    }

    /** The path of the Docker command that is used. */
    public Path program() {
        return docker.program();
    }
}
