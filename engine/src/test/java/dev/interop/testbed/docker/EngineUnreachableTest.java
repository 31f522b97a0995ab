package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interop.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineUnreachableTest {
    private static final String TOO_OLD =
            "{\"message\":\"client version 1.44 is too old. Minimum supported API version is 1.60, please upgrade\"}";

    @TempDir
    Path folder;

    /** Prints the result of connecting, in a process with an environment of its own. */
    static final class Connect {
        private Connect() {}

        public static void main(String[] arguments) {
            try (var engine = Engine.connect()) {
                System.out.println("connected" + engine.warnings());
            } catch (UserError e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void onlyTheConfiguredEngineIsTried() throws Exception {
        var nowhere = "unix://" + folder.resolve("no.sock");

        assertThat(connect(Map.of("DOCKER_HOST", nowhere)))
                .isEqualTo("Docker Engine is not reachable at " + nowhere
                        + " (no such file or directory). Start it, or set DOCKER_HOST.");
    }

    @Test
    void anEngineAddressWithoutAListenerIsReported() throws Exception {
        assertThat(connect(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")))
                .startsWith("Docker Engine is not reachable at tcp://127.0.0.1:1 (")
                .contains("refused");
    }

    @Test
    void theEngineOfTheCurrentContextIsConnectedEvenIfALoginIsBroken() throws Exception {
        var engine = engine(200, "OK");
        try {
            Files.writeString(
                    folder.resolve("config.json"),
                    "{\"currentContext\": \"mine\", \"auths\": {\"r.example\": {\"auth\": \"bm8=\"}}}");
            DockerContextFiles.write(folder, "mine", address(engine), false);

            assertThat(connect(Map.of("DOCKER_CONFIG", folder.toString())))
                    .startsWith("connected[" + folder.resolve("config.json") + " is not read")
                    .contains("r.example");
        } finally {
            engine.stop(0);
        }
    }

    @Test
    void anEngineWithANewerMinimumSaysWhichVersionsDoNotFit() throws Exception {
        var engine = engine(400, TOO_OLD);
        try {
            assertThat(connect(Map.of("DOCKER_HOST", address(engine))))
                    .startsWith("Docker Engine at " + address(engine) + " speaks API 1.60 and later")
                    .contains("Update Interop Engine")
                    .doesNotContain("{");
        } finally {
            engine.stop(0);
        }
    }

    private static HttpServer engine(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String connect(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Connect.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("DOCKER_HOST");
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
