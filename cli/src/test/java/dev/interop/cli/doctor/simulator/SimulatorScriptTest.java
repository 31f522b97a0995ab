package dev.interop.cli.doctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The simulator's own checks, by its script: whether its decisions are what its captures show, and what it refuses. */
@Tag("container")
@Isolated("it measures times")
class SimulatorScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "builds", "simulator", "test.sh").toAbsolutePath().normalize();

    private final List<Long> started = new ArrayList<>();

    /** A script of its own networks; those of several checkouts of one machine should differ. */
    private String checked(String... parts) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("bash", SCRIPT.toString()), Stream.of(parts));
        var script = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        script.environment()
                .put("LANE", Long.toString(60 + ProcessHandle.current().pid() % 40));
        return said(script);
    }

    private String said(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        started.add(process.pid());
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void decisionsAreWhatTheCapturesShowAndWrongScenariosAreRefused() throws Exception {
        assertThat(checked("lists", "errors")).endsWith("all checks passed\n").doesNotContain("NOT OK");
    }

    @Test
    @Tag("long")
    void everyCheckOfTheScriptPasses() throws Exception {
        assertThat(checked()).endsWith("all checks passed\n").doesNotContain("NOT OK");
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        for (var pid : List.copyOf(started)) {
            var label = "label=dev.interop.simulator.test=" + pid;
            assertThat(said(new ProcessBuilder("docker", "ps", "-aq", "--filter", label)))
                    .isEmpty();
            assertThat(said(new ProcessBuilder("docker", "network", "ls", "-q", "--filter", label)))
                    .isEmpty();
        }
    }
}
