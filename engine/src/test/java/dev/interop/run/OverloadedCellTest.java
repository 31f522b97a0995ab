package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.MachineConditions;
import dev.interop.result.CellResult;
import dev.interop.testbed.Scripted;
import dev.interop.testbed.docker.Engine;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Overload;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A red cell on a machine whose processors this test keeps busy, and on one that has nothing else to do. */
@Tag("container")
@Tag("long")
@Timeout(240)
class OverloadedCellTest {
    /** The processor shares of a busy container; all others have 1,024. */
    private static final int SHARES = 32_768;

    private static final int BUSY_SECONDS = 100;
    /** Percent of the last ten seconds in which a process waited for a processor. */
    private static final double IDLE = 10;

    private static final int MOST_SECONDS_TO_IDLE = 60;

    private final String busy = "interop-test-busy-" + ProcessHandle.current().pid();
    private final AtomicBoolean starving = new AtomicBoolean();

    @TempDir
    Path folder;

    @BeforeAll
    static void image() {
        try (var engine = Engine.connect()) {
            Scripted.buildImage(engine);
        }
    }

    @AfterEach
    void calm() {
        docker("rm", "--force", "--volumes", busy);
    }

    @Test
    void aRedCellOfABusyMachineIsRunAgainAloneAndItsFirstAttemptIsUndecided() throws IOException {
        // Processes of the machine itself are too fair: all of them together get as much as one container.
        docker(
                "create",
                "--name=" + busy,
                "--network=none",
                "--cpu-shares=" + SHARES,
                "--entrypoint=sh",
                Scripted.IMAGE,
                "-c",
                "for i in $(seq $(nproc)); do timeout %d sh -c 'while :; do :; done' & done; wait"
                        .formatted(BUSY_SECONDS));
        var cell = run(new RunListener() {
            @Override
            public void cellStarted(Cell started) {
                if (starving.compareAndSet(false, true)) {
                    docker("start", busy);
                }
            }

            @Override
            public void cellRecorded(Cell recorded) {
                calm();
            }
        });

        assertThat(cell.earlier()).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(it.reason().code()).isEqualTo(ReasonCode.OVERLOADED);
            assertThat(it.reason().text()).startsWith("the machine was overloaded (");
        });
        // Other work on this machine may make the second attempt late as well.
        assertThat(cell.verdict().reason().code()).isIn(ReasonCode.CLIENT_FAILED, ReasonCode.OVERLOADED);
        assertThat(folder.resolve("out").resolve(cell.earlier().get(0).logs()).resolve("recording.json"))
                .exists();
    }

    @Test
    void aRedCellOfAnIdleMachineStaysRed() throws Exception {
        for (var waited = 0; waited < MOST_SECONDS_TO_IDLE && pressure() >= IDLE; waited++) {
            // The build or another test has just ended.
            Thread.sleep(1000);
        }
        assumeThat(pressure()).as("other work on this machine").isLessThan(IDLE);

        var cell = run(new RunListener() {});

        assertThat(cell.conditions().flatMap(Overload::of)).isEmpty();
        assertThat(cell.conditions().map(MachineConditions::processors).orElseThrow())
                .containsKeys(ContainerRole.CLIENT, ContainerRole.SERVER);
        assertThat(cell.earlier()).isEmpty();
        assertThat(cell.verdict().reason().code()).isEqualTo(ReasonCode.CLIENT_FAILED);
    }

    private static void docker(String... command) {
        try {
            var line = new ArrayList<>(List.of("docker"));
            line.addAll(List.of(command));
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double pressure() throws IOException {
        var file = Path.of("/proc/pressure/cpu");
        assumeThat(file).exists();
        var some = Pattern.compile("some avg10=([0-9.]+)").matcher(Files.readString(file));
        return some.find() ? Double.parseDouble(some.group(1)) : 0;
    }

    /** Runs a cell whose client waits until the machine is busy, computes for a moment and fails. */
    private CellResult run(RunListener listener) throws IOException {
        Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {
                  "quic-go": {"quic": {"roles": ["server"], "image": "localhost/interop/quic-go:local"}},
                  "failing": {"quic": {"roles": ["client"], "image": "%s", "env": {
                    "SCRIPT": "sleep 3; i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; exit 1"}}}}}
                """.formatted(Scripted.IMAGE));
        var parameters = Map.of(
                MatrixParameters.REGISTRY, folder.resolve("registry.json").toString(),
                MatrixParameters.TESTS, "handshake",
                ExecutionParameters.PROBE, "false",
                OutputParameters.OUT, folder.resolve("out").toString(),
                ExecutionParameters.CACHE, folder.resolve("cache").toString());
        var settings = Settings.read(parameter -> Optional.ofNullable(parameters.get(parameter)));
        try (var run = MatrixRun.open(settings, Matrix.read(settings).plan(), List.of(listener), DockerBackend::open)) {
            return run.run().cells().get(0);
        }
    }
}
