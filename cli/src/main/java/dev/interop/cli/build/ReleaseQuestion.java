package dev.interop.cli.build;

import dev.interop.UserError;
import dev.interop.cli.release.PackageRegistry;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.image.BuildLog;
import dev.interop.testbed.image.DockerBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Asks a package registry for the releases of a package. The registry's own client asks, in a build, since builds have
 * the network's proxies and certificates.
 */
final class ReleaseQuestion {
    /** The folder with a Dockerfile for each registry. It has no {@code config.json}, since no image is kept. */
    private static final String FOLDER = "releases";

    private static final BuildLog.Remedies REMEDIES =
            new BuildLog.Remedies("--ca FILE", "ask again once the cause is gone");
    /** A line of the answer, in the output of BuildKit (after step and time) or of the classic builder. */
    private static final Pattern RELEASE = Pattern.compile("(?m)^(?:#\\d+ (?:[\\d.]+ )?)?release: (\\S+)\\s*$");

    private final ContainerBackend engine;
    private final BuildOptions options;

    ReleaseQuestion(ContainerBackend engine, BuildOptions options) {
        this.engine = engine;
        this.options = options;
    }

    /** The images that the question is asked from. */
    static List<ImageBuild> bases(PackageRegistry registry, Builds builds) {
        var images = BaseImages.of(dockerfile(registry, builds.folders()));
        return builds.all().stream().filter(it -> images.contains(it.image())).toList();
    }

    /**
     * The registry's answer.
     *
     * @throws UserError when there is none
     */
    List<String> ask(PackageRegistry registry, String packageName) {
        options.progress().say("the releases of " + packageName + " are being listed …");
        var image = "localhost/interop/" + FOLDER + ":" + registry.label();
        var log = options.logs().resolve(FOLDER + "-" + registry.label() + ".log");
        try {
            Files.createDirectories(options.logs());
            Files.deleteIfExists(log);
            var file = dockerfile(registry, options.builds());
            var args = Map.of("PACKAGE", packageName, "ASKED", Instant.now().toString());
            var code = DockerBuild.with(engine.facts().host(), options.ca(), options.limit())
                    .build(new DockerBuild.Dockerfile(image, file, file.getParent(), args), Map.of(), log);
            if (code != 0) {
                throw unlisted(packageName, new BuildLog(log, REMEDIES).problem(code));
            }
            remove(image);
            return releases(Files.readString(log));
        } catch (IOException e) {
            throw unlisted(packageName, String.valueOf(e.getMessage()));
        }
    }

    /** The releases in a build's output. */
    static List<String> releases(String output) {
        return RELEASE.matcher(output)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    private void remove(String image) {
        try {
            engine.removeImage(image);
        } catch (EngineFailure e) {
            // The next question replaces it.
            return;
        }
    }

    private static Path dockerfile(PackageRegistry registry, List<Path> folders) {
        var name = Path.of(FOLDER, registry.label() + ".Dockerfile");
        return folders.stream()
                .map(it -> it.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new UserError(name + ": in no folder of builds, so releases cannot be listed"));
    }

    private static UserError unlisted(String packageName, String why) {
        return new UserError("the releases of %s cannot be listed: %s".formatted(packageName, why)).ofEnvironment();
    }
}
