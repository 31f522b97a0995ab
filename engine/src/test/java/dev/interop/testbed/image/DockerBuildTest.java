package dev.interop.testbed.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.docker.EngineHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds get of the environment, with a Docker command that only notes its arguments. */
class DockerBuildTest {
    private static final String PROXY = "http://proxy.example:3128";

    @TempDir
    Path folder;

    @Test
    void aScriptThatMakesAnImageGetsEachProxyInBothSpellings() throws IOException {
        var script = Files.writeString(folder.resolve("make.sh"), "env\n");
        var log = folder.resolve("log");

        var code = build(Map.of("HTTPS_PROXY", PROXY, "no_proxy", "localhost"))
                .script(script, List.of(), Map.of("OTHER", "1"), log);

        assertThat(code).isZero();
        assertThat(log)
                .content()
                .contains("https_proxy=" + PROXY, "HTTPS_PROXY=" + PROXY, "NO_PROXY=localhost", "no_proxy=localhost")
                .contains("OTHER=1", "DOCKER_HOST=unix:///run/docker.sock");
    }

    @Test
    void soDoesTheBuildOfADockerfile() throws IOException {
        var log = folder.resolve("log");
        var file = Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");

        var code = build(Map.of("http_proxy", PROXY))
                .build(new DockerBuild.Dockerfile("x:1", file, folder, Map.of()), Map.of(), log);

        assertThat(code).isZero();
        assertThat(log)
                .content()
                .contains("--build-arg http_proxy=" + PROXY, "--build-arg HTTP_PROXY=" + PROXY)
                .doesNotContain("https_proxy");
    }

    private DockerBuild build(Map<String, String> environment) {
        var host = new EngineHost(URI.create("unix:///run/docker.sock"), Optional.empty());
        return new DockerBuild(
                new DockerCli(Path.of("/bin/echo"), true, host), Optional.empty(), Duration.ofMinutes(1), environment);
    }
}
