package dev.interop.cli.doctor.simulator;

import dev.interop.UserError;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineHost;
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
     * Makes sure that the image is on this machine. To build it takes a second.
     *
     * @param endpoint the product's endpoint image
     * @param build whether it is built
     * @throws UserError when it cannot be built, or is missing and not to be built
     */
    static void ready(String endpoint, boolean build) {
        try (var engine = Engine.connect()) {
            if (build) {
                build(endpoint, engine.facts().host());
            } else if (engine.findImage(REFERENCE).isEmpty()) {
                throw new UserError("image " + REFERENCE + " is not on this machine and not to be built"
                                + " (interop.tools.build=false); let it be built once")
                        .ofEnvironment();
            }
        }
    }

    private static void build(String endpoint, EngineHost host) {
        try (var folder = ScratchFolder.create("interop-traffic-")) {
            for (var name : List.of(DOCKERFILE, "traffic.pl")) {
                copy(name, folder.path());
            }
            var log = folder.path().resolve("log");
            var what = new DockerBuild.Dockerfile(
                    REFERENCE, folder.path().resolve(DOCKERFILE), folder.path(), Map.of("ENDPOINT", endpoint));
            var code = DockerBuild.with(host, Optional.empty(), LIMIT).build(what, Map.of(), log);
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
