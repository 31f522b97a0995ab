package dev.interop.testbed;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Mount;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.image.DockerBuild;
import dev.interop.testing.Implementations;
import dev.interop.verdict.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Endpoints and a simulator with the behaviour that a test needs: an image that runs the script in SCRIPT or, as the
 * simulator, in SCENARIO. It declares the volume {@code /volume}, in which its Dockerfile is.
 */
public final class Scripted {
    public static final String IMAGE = "localhost/interop-test/scripted:local";

    /** A simulator that lets the client begin at once. */
    static final String READY = "echo 'sim: running'; exec sleep 60; :";

    /** A server that stays until it is stopped. */
    static final String STAY = "exec sleep 60";

    private Scripted() {}

    /** Builds the image, which takes a second if its base exists. */
    public static void buildImage(ContainerBackend engine) {
        try {
            var folder = Files.createTempDirectory("interop-scripted-");
            try {
                var file = Files.writeString(folder.resolve("Dockerfile"), """
                        FROM localhost/interop/endpoint:local
                        LABEL dev.interop.simulator.seed=true
                        COPY Dockerfile /volume/
                        VOLUME /volume
                        ENTRYPOINT ["sh", "-c", "eval \\"${SCRIPT:-$SCENARIO}\\""]
                        """);
                var log = folder.resolve("log");
                var code = DockerBuild.with(engine.facts().host(), Optional.empty(), Duration.ofMinutes(2))
                        .build(new DockerBuild.Dockerfile(IMAGE, file, folder, Map.of()), Map.of(), log);
                if (code != 0) {
                    throw new IllegalStateException(Files.readString(log));
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    /** An implementation that runs this script in either role. */
    public static Implementation endpoint(String script) {
        return implementation(new Endpoint(
                Optional.of(IMAGE), Optional.empty(), Map.of("SCRIPT", script), Optional.empty(), List.of()));
    }

    /** The implementation with a file of this machine at this path of its containers. */
    static Implementation mounting(Implementation scripted, Path file, String path) {
        return new Registry(List.of(scripted), Optional.empty(), List.of())
                .mounting(new Mount(scripted.name(), file, path))
                .implementations()
                .get(0);
    }

    /** An implementation in this image. */
    static Implementation image(String image) {
        return implementation(Endpoint.ofImage(image));
    }

    private static Implementation implementation(Endpoint endpoint) {
        return Implementations.of("quic", "scripted", Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint));
    }

    /** A test case between such endpoints. */
    public static TestCase test(Optional<String> scenario, Duration limit, TestFile... files) {
        return new ScriptedCase(scenario, limit, List.of(files), false);
    }

    /** A test case between such endpoints, with or without a TCP flow beside it. */
    public static TestCase test(Optional<String> scenario, Duration limit, boolean besideTcp) {
        return new ScriptedCase(scenario, limit, List.of(), besideTcp);
    }

    private record ScriptedCase(Optional<String> scenario, Duration limit, List<TestFile> files, boolean besideTcp)
            implements TestCase {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public String letter() {
            return "S";
        }

        @Override
        public String description() {
            return "does what a test tells it";
        }

        @Override
        public String clientTestcase() {
            return "for-the-client";
        }

        @Override
        public String serverTestcase() {
            return "for-the-server";
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }
    }
}
