package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildGraphTest {
    @TempDir
    Path folder;

    private BuildsFixture builds;

    @BeforeEach
    void makeABaseAndWhatIsMadeFromIt() {
        builds = new BuildsFixture(folder)
                .script("base", "localhost/t/base:1", "true")
                .dockerfile("tool", "localhost/t/tool:1", "FROM localhost/t/base:1", "COPY . /")
                .dockerfile("other", "localhost/t/other:1", "FROM debian:trixie");
    }

    @Test
    void anImagesBasesAreThoseOfItsDockerfile() {
        var graph = builds.graph();

        assertThat(graph.bases(graph.find("localhost/t/tool:1").orElseThrow()))
                .extracting(ImageBuild::name)
                .containsExactly("base");
        assertThat(graph.bases(graph.find("localhost/t/other:1").orElseThrow())).isEmpty();
    }

    @Test
    void basesAreFoundInStagesWithPlatformsAndInCopies() {
        builds.dockerfile(
                "mixed",
                "localhost/t/mixed:1",
                "FROM --platform=linux/amd64 localhost/t/tool:1 AS build",
                "from scratch",
                "COPY --chown=1 --from=localhost/t/other:1 /a /b",
                "COPY --from=build /c /d");

        var graph = builds.graph();

        assertThat(graph.bases(graph.find("localhost/t/mixed:1").orElseThrow()))
                .extracting(ImageBuild::name)
                .containsExactly("tool", "other");
    }

    @Test
    void unchangedFoldersHaveTheSameInputs() {
        assertThat(builds.inputsOf("localhost/t/tool:1")).isEqualTo(builds.inputsOf("localhost/t/tool:1"));
    }

    @Test
    void aChangedFileChangesTheInputsOfItsImageAndOfImagesBasedOnIt() {
        var base = builds.inputsOf("localhost/t/base:1");
        var tool = builds.inputsOf("localhost/t/tool:1");
        var other = builds.inputsOf("localhost/t/other:1");

        builds.write("base/file", "new");

        assertThat(builds.inputsOf("localhost/t/base:1")).isNotEqualTo(base);
        assertThat(builds.inputsOf("localhost/t/tool:1")).isNotEqualTo(tool);
        assertThat(builds.inputsOf("localhost/t/other:1")).isEqualTo(other);
    }

    @Test
    void aRenamedFileChangesTheInputs() {
        builds.write("tool/a", "x");
        var before = builds.inputsOf("localhost/t/tool:1");

        assertThat(folder.resolve("tool/a")
                        .toFile()
                        .renameTo(folder.resolve("tool/b").toFile()))
                .isTrue();

        assertThat(builds.inputsOf("localhost/t/tool:1")).isNotEqualTo(before);
    }

    @Test
    void makingAFileExecutableChangesTheInputs() {
        var before = builds.inputsOf("localhost/t/base:1");

        assertThat(folder.resolve("base/make.sh").toFile().setExecutable(true)).isTrue();

        assertThat(builds.inputsOf("localhost/t/base:1")).isNotEqualTo(before);
    }

    @Test
    void imagesBasedOnEachOtherAreRefused() {
        builds.dockerfile("a", "localhost/t/a:1", "FROM localhost/t/b:1")
                .dockerfile("b", "localhost/t/b:1", "FROM localhost/t/a:1");

        assertThatThrownBy(builds::graph)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("localhost/t/a:1 from localhost/t/b:1 from localhost/t/a:1");
    }

    @Test
    void twoFoldersThatMakeTheSameImageAreRefused() {
        builds.dockerfile("twin", "localhost/t/tool:1", "FROM scratch");

        assertThatThrownBy(builds::graph).isInstanceOf(UserError.class).hasMessageContaining("is also made in");
    }

    @Test
    void aConfigurationThatIsNotJsonIsRefusedWithItsLine() {
        builds.write("tool/config.json", "{\n\"name\": \"tool\",,\n}");

        assertThatThrownBy(builds::graph)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(Path.of("tool", "config.json") + ":2");
    }

    @Test
    void aMissingDockerfileIsRefused() {
        builds.write("tool/config.json", """
                {"name": "tool", "targets": {"main": {"dockerfile": "Gone", "image_name": "x"}}}
                """);

        assertThatThrownBy(builds::graph)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'Gone' does not exist beside it");
    }
}
