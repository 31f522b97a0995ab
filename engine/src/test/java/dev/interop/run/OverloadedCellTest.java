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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A red cell on a machine whose processors this test keeps busy, and on one that has nothing else to do. */
@Tag("container")
@Tag("long")
@Timeout(240)
@Isolated("it measures times")
class OverloadedCellTest {
    private static final int BUSY_PROCESSES_A_PROCESSOR = 4;
    /** Percent of the last ten seconds in which a process waited for a processor. */
    private static final double IDLE = 10;

    private final List<Process> busy = new CopyOnWriteArrayList<>();

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
        busy.forEach(Process::destroyForcibly);
    }

    @Test
    void aRedCellOfABusyMachineIsRunAgainAloneAndItsFirstAttemptIsUndecided() throws IOException {
        var cell = run(new RunListener() {
            @Override
            public void cellStarted(Cell started) {
                if (busy.isEmpty()) {
                    starve();
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
    void aRedCellOfAnIdleMachineStaysRed() throws IOException {
        assumeThat(pressure()).as("other work on this machine").isLessThan(IDLE);

        var cell = run(new RunListener() {});

        assertThat(cell.conditions().flatMap(Overload::of)).isEmpty();
        assertThat(cell.conditions().map(MachineConditions::processors).orElseThrow())
                .containsKeys(ContainerRole.CLIENT, ContainerRole.SERVER);
        assertThat(cell.earlier()).isEmpty();
        assertThat(cell.verdict().reason().code()).isEqualTo(ReasonCode.CLIENT_FAILED);
    }

    private void starve() {
        try {
            for (var count = Runtime.getRuntime().availableProcessors() * BUSY_PROCESSES_A_PROCESSOR;
                    count > 0;
                    count--) {
                busy.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double pressure() throws IOException {
        var file = Path.of("/proc/pressure/cpu");
        assumeThat(file).exists();
        var some = Pattern.compile("some avg10=([0-9.]+)").matcher(Files.readString(file));
        return some.find() ? Double.parseDouble(some.group(1)) : 0;
    }

    /** Runs a cell whose client computes for a moment and fails. */
    private CellResult run(RunListener listener) throws IOException {
        Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {
                  "quic-go": {"quic": {"roles": ["server"], "image": "localhost/interop/quic-go:local"}},
                  "failing": {"quic": {"roles": ["client"], "image": "%s", "env": {
                    "SCRIPT": "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; exit 1"}}}}}
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
