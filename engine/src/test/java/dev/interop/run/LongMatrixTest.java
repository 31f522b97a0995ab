package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.result.CellResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry's MoQT clients and relays against each other, including those that take many minutes to build. */
@Tag("container")
@Tag("long")
class LongMatrixTest {
    private static final int CLIENTS = 4;
    private static final int RELAYS = 3;
    private static final int TRANSPORTS = 2;
    private static final int TESTS = 3;
    private static final List<CellResult> CELLS = new ArrayList<>();

    @BeforeAll
    @Timeout(900)
    static void run(@TempDir Path folder) {
        var parameters = Map.of(
                MatrixParameters.REGISTRY, Path.of("..", "implementations.json").toString(),
                MatrixParameters.PROTOCOL, "moqt",
                MatrixParameters.CLIENTS, "aiomoqt,moq-rs,moqtap,moq-js",
                MatrixParameters.SERVERS, "aiomoqt,moq-rs,moq-dev",
                MatrixParameters.TESTS, "announce-only,subscribe-error,announce-subscribe",
                MatrixParameters.DRAFT, "draft-18",
                OutputParameters.OUT, folder.resolve("out").toString(),
                ExecutionParameters.CACHE, folder.resolve("cache").toString());
        var settings = Settings.read(parameter -> Optional.ofNullable(parameters.get(parameter)));
        try (var run = MatrixRun.open(settings, Matrix.read(settings).plan(), List.of(), DockerBackend::open)) {
            CELLS.addAll(run.run().cells());
        }
    }

    /**
     * Failed cells are the implementations' faults, and some depend on races. So the test does not check which ones
     * fail.
     */
    @Test
    void eachCellIsRunAndDecided() {
        assertThat(CELLS)
                .hasSize(CLIENTS * RELAYS * TRANSPORTS * TESTS)
                .allSatisfy(it -> assertThat(it.verdict().outcome())
                        .as("%s: %s", it.id(), it.verdict().reason().text())
                        .isIn(Outcome.SUCCEEDED, Outcome.FAILED));
    }

    @Test
    void thePassesOfCarefulClientsAreProvenWithEachRelay() {
        assertThat(CELLS)
                .filteredOn(it -> Set.of("moqtap", "aiomoqt").contains(it.client()))
                .hasSize(2 * RELAYS * TRANSPORTS * TESTS)
                .allSatisfy(it -> {
                    assertThat(it.verdict().outcome())
                            .as("%s: %s", it.id(), it.verdict().reason().text())
                            .isEqualTo(Outcome.SUCCEEDED);
                    assertThat(it.verdict().claim().flatMap(Claim::proof))
                            .as(it.id())
                            .contains(Proof.PROVEN);
                });
    }
}
