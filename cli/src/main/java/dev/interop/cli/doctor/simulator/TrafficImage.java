package dev.interop.cli.doctor.simulator;

import dev.interop.UserError;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.image.DockerBuild;
import dev.interop.testbed.image.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image of both endpoints: the product's endpoint image and a script. */
final class TrafficImage {
    static final String REFERENCE = "localhost/interop/simulator-traffic:local";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String DOCKERFILE = "Dockerfile";

    private TrafficImage() {}

    /**
     * Builds the image, which takes a second.
     *
     * @throws UserError when it cannot be built
     */
    static void build() {
        try (var engine = Engine.connect();
                var folder = ScratchFolder.create("interop-traffic-")) {
            for (var name : List.of(DOCKERFILE, "traffic.pl")) {
                copy(name, folder.path());
            }
            var log = folder.path().resolve("log");
            var what =
                    new DockerBuild.Dockerfile(REFERENCE, folder.path().resolve(DOCKERFILE), folder.path(), Map.of());
            var code = DockerBuild.with(engine.facts().host(), Optional.empty(), LIMIT)
                    .build(what, Map.of(), log);
            if (code != 0) {
                throw new UserError(REFERENCE + " could not be built: " + Files.readString(log)).ofEnvironment();
            }
        } catch (IOException e) {
            throw new UserError(REFERENCE + " could not be built: " + e.getMessage(), e).ofEnvironment();
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (var from = TrafficImage.class.getResourceAsStream(name)) {
            if (from == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            Files.copy(from, folder.resolve(name));
        }
    }
}
