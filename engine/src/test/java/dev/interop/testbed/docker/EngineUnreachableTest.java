package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineUnreachableTest {
    @TempDir
    Path folder;

    /** Prints the result of connecting, in a process with an environment of its own. */
    static final class Connect {
        private Connect() {}

        public static void main(String[] arguments) {
            try (var engine = Engine.connect()) {
                System.out.println("connected to " + engine.facts().host());
            } catch (UserError e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void onlyTheConfiguredEngineIsTried() throws Exception {
        var nowhere = "unix://" + folder.resolve("no.sock");

        assertThat(connect(nowhere))
                .isEqualTo("Docker Engine is not reachable at " + nowhere
                        + " (no such file or directory). Start it, or set DOCKER_HOST.");
    }

    @Test
    void anEngineAddressWithoutAListenerIsReported() throws Exception {
        assertThat(connect("tcp://127.0.0.1:1"))
                .startsWith("Docker Engine is not reachable at tcp://127.0.0.1:1 (")
                .contains("refused");
    }

    private String connect(String host) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Connect.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DOCKER_HOST", host);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new String(process.getInputStream().readAllBytes()).strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
