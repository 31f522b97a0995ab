package dev.interop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Parameter;
import dev.interop.config.Settings;
import dev.interop.run.MatrixRun;
import dev.interop.run.RunBackend;
import dev.interop.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunInputs INPUTS =
            new RunInputs(-7, List.of(Path.of("/somewhere/mine.json")), Map.of("quic-go", "my-image:dev"));

    @TempDir
    Path folder;

    @Test
    void anEarlierRunIsKeptByDefault() throws IOException {
        earlierRun();

        assertThatThrownBy(() -> create(false)).isInstanceOf(UserError.class).hasMessageContaining("--overwrite");

        assertThat(folder.resolve("cells.jsonl")).hasContent("earlier");
    }

    @Test
    void overwritingRemovesOnlyTheEarlierRun() throws IOException {
        earlierRun();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("quic/notes.txt"), "mine, too");

        var created = create(true);

        assertThat(created.root()).isEqualTo(folder);
        assertThat(RunFolder.inputs(folder)).isEqualTo(INPUTS);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(it -> folder.relativize(it).toString()))
                    .containsExactlyInAnyOrder("run.json", "notes.txt", "quic/notes.txt");
        }
    }

    @Test
    void aSecondRunOfTheSameProcessGetsAFolderBesideTheFirst() {
        var first = create(false);
        var second = create(false);

        assertThat(second.root()).isNotEqualTo(first.root()).hasParent(folder.getParent());
    }

    @Test
    void aBackendThatCannotBeOpenedLeavesEarlierRunsAndNoNewFolder() throws IOException {
        earlierRun();
        RunBackend.Source none = (settings, notes) -> {
            throw new UserError("no container engine").ofEnvironment();
        };

        for (var out : List.of(folder, folder.resolve("new"))) {
            var parameters = Map.of(Parameter.OUT, out.toString(), Parameter.OVERWRITE, "true");
            var settings = Settings.read(it -> Optional.ofNullable(parameters.get(it)));
            assertThatThrownBy(() -> MatrixRun.open(settings, Samples.plan(List.of("a"), "one"), List.of(), none))
                    .hasMessage("no container engine");
        }

        assertThat(folder.resolve("cells.jsonl")).hasContent("earlier");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private void earlierRun() throws IOException {
        Files.createDirectories(folder.resolve("quic/logs/a_b/t"));
        Files.writeString(folder.resolve("quic/logs/a_b/t/output.txt"), "earlier");
        Files.writeString(folder.resolve("quic/result.json"), "{}");
        Files.writeString(folder.resolve("cells.jsonl"), "earlier");
        Files.writeString(folder.resolve("run.json"), "{}");
    }

    private RunFolder create(boolean overwrite) {
        return RunFolder.create(Optional.of(folder), overwrite, Clock.systemUTC(), INPUTS);
    }
}
