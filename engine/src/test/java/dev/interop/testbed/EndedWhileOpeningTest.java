package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is terminated, as by Ctrl-C, while it creates its lanes. */
@Tag("container")
@Timeout(120)
class EndedWhileOpeningTest {
    private final ContainerBackend engine = Engine.connect();
    private final String session = OpenTestbed.newSession();

    @BeforeEach
    void buildImage() {
        Scripted.buildImage(engine);
    }

    @AfterEach
    void close() {
        new Removal(engine).session(session);
        engine.close();
    }

    /** The first two calls create networks, the others create and start network sandboxes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void nothingIsLeftWhenTheProcessEndsDuringTheOpening(int call) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedOpening.class.getName(),
                        session,
                        Integer.toString(call))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.lines().anyMatch(EndedOpening.WAITING::equals)).isTrue();

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(LeftOver.containers(engine, session)).isZero();
            assertThat(LeftOver.networks(engine, session)).isZero();
            assertThat(LeftOver.volumes(engine, session)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
