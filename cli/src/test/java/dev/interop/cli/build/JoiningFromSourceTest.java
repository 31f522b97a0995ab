package dev.interop.cli.build;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.report.CellsJsonl;
import dev.interop.run.DockerBackend;
import dev.interop.run.Matrix;
import dev.interop.run.MatrixRun;
import dev.interop.testbed.docker.Engine;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A MoQT client joins the default matrix by an image that is built from its sources. */
@Tag("container")
@Timeout(180)
class JoiningFromSourceTest {
    private static final Path PROJECT = Path.of("..");
    private static final String IMAGE = "localhost/interop/example-source:local";

    @TempDir
    Path folder;

    @Test
    void anImageBuiltFromSourcesPassesAndItsCommitIsInTheResults() throws IOException {
        try (var engine = Engine.connect()) {
            var sources = new SourceChoice(Optional.empty(), Optional.of(PROJECT), Optional.empty());
            var builder = new ImageBuilder(
                    engine,
                    BuildOptions.defaults(List.of(PROJECT.resolve("builds")), folder.resolve("logs"))
                            .withSources(sources),
                    BuildsFixture.noReleases());
            assertThat(builder.build(builder.named("example-source")))
                    .extracting(BuildResult::state)
                    .contains(BuildResult.State.BUILT);
        }

        var settings = settings();
        try (var run = MatrixRun.open(settings, Matrix.read(settings).plan(), List.of(), DockerBackend::open)) {
            var cells = run.run().cells();
            assumeThat(cells).noneMatch(it -> it.verdict().reason().code().equals(ReasonCode.OVERLOADED));
            assertThat(cells)
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it.verdict()).succeeded());
        }

        assertThat(CellsJsonl.read(folder.resolve("out").resolve("cells.jsonl")))
                .allSatisfy(it -> {
                    assertThat(it.container(ContainerRole.SERVER).flatMap(ContainerRecord::build))
                            .isEmpty();
                    assertThat(it.container(ContainerRole.CLIENT)
                                    .flatMap(ContainerRecord::build)
                                    .orElseThrow()
                                    .commit())
                            .matches("[0-9a-f]{40}");
                });
    }

    private Settings settings() throws IOException {
        var entry = Files.writeString(folder.resolve("joined.json"), """
                {"version": "2.0", "implementations": {"joined": {"moqt": {
                  "draft_versions": ["draft-18"],
                  "roles": {"client": {"transports": ["quic"]}},
                  "image": "%s"}}}}
                """.formatted(IMAGE));
        var values = Map.of(
                MatrixParameters.PROTOCOL, "moqt",
                MatrixParameters.REGISTRY, PROJECT.resolve("implementations.json") + "," + entry,
                MatrixParameters.CLIENTS, "joined",
                MatrixParameters.SERVERS, "aiomoqt",
                MatrixParameters.TESTS, "setup-only,announce-only",
                OutputParameters.OUT, folder.resolve("out").toString(),
                ExecutionParameters.CACHE, folder.resolve("cache").toString(),
                ExecutionParameters.SEED, "42");
        return Settings.read(parameter -> Optional.ofNullable(values.get(parameter)));
    }
}
