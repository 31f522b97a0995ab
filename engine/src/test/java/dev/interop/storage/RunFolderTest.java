package dev.interop.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.OutputParameters;
import dev.interop.config.Parameter;
import dev.interop.config.Settings;
import dev.interop.recording.Recording;
import dev.interop.registry.Mount;
import dev.interop.run.MatrixRun;
import dev.interop.run.RunBackend;
import dev.interop.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RunInputs INPUTS = new RunInputs(
            "a.MatrixTest",
            -7,
            List.of(Path.of("/somewhere/mine.json")),
            List.of(Path.of("/somewhere/extra.json")),
            Map.of("quic-go", "my-image:dev"),
            List.of(new Mount("quic-go", Path.of("/somewhere/client"), "/usr/bin/client")));

    private Path folder;

    @BeforeEach
    void nest(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("run"));
    }

    @Test
    void anEarlierRunIsKeptByDefault() throws IOException {
        earlierRun();

        assertThatThrownBy(() -> create(false)).isInstanceOf(UserError.class).hasMessageContaining("--overwrite");

        assertThat(folder.resolve("cells.jsonl")).hasContent("earlier");
    }

    @Test
    void aRecordingIsThatOfAnEarlierAttemptByItsMarkAndNotByItsFoldersName() throws IOException {
        var cell = Samples.plan(List.of("a"), "one").cells().get(0);
        var run = create(false);
        var named = Files.createDirectories(run.of(cell).resolveSibling("two.attempt-1"));
        Files.writeString(named.resolve(Recording.FILE), "{}");
        Files.createDirectories(run.of(cell));
        Files.writeString(run.of(cell).resolve(Recording.FILE), "{}");

        var aside = run.root().resolve(run.putAside(cell, 1));

        assertThat(EarlierRuns.recordings(run.root())).containsExactly(named);
        assertThat(EarlierRuns.recordings(aside)).containsExactly(aside);
        assertThat(aside.resolve("attempt.json")).hasContent("{\"attempt\":1}");
    }

    @Test
    void overwritingRemovesOnlyTheEarlierRun() throws IOException {
        earlierRun();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("quic/notes.txt"), "mine, too");

        var created = create(true);

        assertThat(created.root()).isEqualTo(folder);
        assertThat(EarlierRuns.inputs(folder)).isEqualTo(INPUTS);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(it -> folder.relativize(it).toString()))
                    .containsExactlyInAnyOrder("run.json", ".lock", "notes.txt", "quic/notes.txt");
        }
    }

    @Test
    void aSecondRunOfTheSameProcessGetsAFolderBesideTheFirst() {
        var first = create(false);
        var second = create(false);

        assertThat(second.root()).isNotEqualTo(first.root()).hasParent(folder.getParent());
    }

    @Test
    void runsOfOneBuildStayAndThoseOfAnEarlierBuildGo() throws IOException {
        var red = write(create("monday", true), "red");
        var green = write(create("monday", true), "green");
        assertThat(List.of(red, green))
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).exists());
        assertThat(EarlierRuns.ofBuild(folder)).containsExactly(red.getParent(), green.getParent());

        var next = write(create("tuesday", true), "next");

        assertThat(next).isEqualTo(red).hasContent("next");
        assertThat(green.getParent()).doesNotExist();
        assertThat(EarlierRuns.ofBuild(folder)).containsExactly(folder);
    }

    @Test
    void aFolderOfTheUsersIsNotTakenForOneOfTheBuildsFurtherRuns() throws IOException {
        folder = Files.createDirectory(folder.resolve("results"));
        var other = Files.createDirectory(folder.resolveSibling("results-2"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        var own = Files.createDirectory(folder.resolveSibling("results-3"));
        write(RunFolder.create(settings(own, "monday", true), Clock.systemUTC(), INPUTS), "another run of monday");
        create("monday", true);

        assertThat(create("tuesday", true).root()).isEqualTo(folder);
        assertThat(create("tuesday", true).root()).isEqualTo(folder.resolveSibling("results-4"));

        assertThat(other).isDirectoryContaining("glob:**notes.txt");
        assertThat(own.resolve("cells.jsonl")).hasContent("another run of monday");
    }

    @Test
    void aFolderWithFilesOfAnythingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        for (var overwrite : List.of(true, false)) {
            assertThatThrownBy(() -> create(overwrite))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("no run has written");
        }

        assertThat(folder).isDirectoryNotContaining("glob:**run.json");
    }

    @Test
    void aFileOfAnotherProgramWithTheNameOfOursMarksNoRun() throws IOException {
        for (var text : List.of("{\"pid\": 1, \"scripts\": {}}", "[1]", "", "no JSON")) {
            var theirs = Files.writeString(folder.resolve("run.json"), text);

            assertThatThrownBy(() -> create(true))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("no run has written");
            assertThat(theirs).hasContent(text);
        }
    }

    @Test
    void ofTwoThreadsThatClaimOneFolderEachGetsItsOwn() {
        var claimed = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> create("monday", true).root())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().hasSize(8);
    }

    private static Path write(RunFolder run, String text) throws IOException {
        return Files.writeString(run.cells(), text);
    }

    @Test
    void aBackendThatCannotBeOpenedLeavesEarlierRunsAndNoNewFolder() throws IOException {
        earlierRun();
        RunBackend.Source none = (settings, notes) -> {
            throw new UserError("no container engine").ofEnvironment();
        };

        for (var out : List.of(folder, folder.resolve("new"))) {
            assertThatThrownBy(() ->
                            MatrixRun.open(settings(out, "", true), Samples.plan(List.of("a"), "one"), List.of(), none))
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
        return create("", overwrite);
    }

    private RunFolder create(String build, boolean overwrite) {
        return RunFolder.create(settings(folder, build, overwrite), Clock.systemUTC(), INPUTS);
    }

    private static Settings settings(Path out, String build, boolean overwrite) {
        var parameters = new HashMap<Parameter<?>, String>(
                Map.of(OutputParameters.OUT, out.toString(), OutputParameters.OVERWRITE, String.valueOf(overwrite)));
        if (!build.isEmpty()) {
            parameters.put(OutputParameters.BUILD, build);
        }
        return Settings.read(it -> Optional.ofNullable(parameters.get(it)));
    }
}
