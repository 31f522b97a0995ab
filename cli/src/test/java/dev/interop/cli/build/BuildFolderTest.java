package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.cli.build.ImageBuild.Effort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFolderTest {
    @TempDir
    Path folder;

    private BuildsFixture builds;

    @BeforeEach
    void makeADockerfileForTwoImages() {
        builds = new BuildsFixture(folder).write("two/Dockerfile", "FROM scratch\n");
    }

    @Test
    void oneDockerfileMakesSeveralImagesByBuildArguments() {
        config("""
                "a": {"dockerfile": "Dockerfile", "image_name": "localhost/t/a:1", "args": {"VERSION": "1"}},
                "b": {"dockerfile": "Dockerfile", "image_name": "localhost/t/b:1"}
                """, "true");

        assertThat(read())
                .extracting(it -> ((ImageBuild.Dockerfile) it.recipe()).args())
                .containsExactly(Map.of("VERSION", "1"), Map.of());
    }

    @Test
    void aFolderMarksItsBuildsAsLong() {
        config(target(), "true");
        assertThat(read()).extracting(ImageBuild::effort).containsExactly(Effort.LONG);

        config(target(), "false");
        assertThat(read()).extracting(ImageBuild::effort).containsExactly(Effort.QUICK);
    }

    @Test
    void aMarkOtherThanTrueOrFalseIsRefused() {
        config(target(), "\"often\"");

        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("config.json: 'long' is \"often\"; say true or false");
    }

    @Test
    void aBuildArgumentThatIsNoTextIsRefused() {
        config(
                "\"a\": {\"dockerfile\": \"Dockerfile\", \"image_name\": \"localhost/t/a:1\", \"args\": {\"V\": 1}}",
                "true");

        assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessageContaining("'V' is missing");
    }

    private static String target() {
        return "\"a\": {\"dockerfile\": \"Dockerfile\", \"image_name\": \"localhost/t/a:1\"}";
    }

    private void config(String targets, String isLong) {
        builds.write(
                "two/config.json", "{\"name\": \"two\", \"long\": %s, \"targets\": {%s}}".formatted(isLong, targets));
    }

    private List<ImageBuild> read() {
        return new BuildFolder().read(folder);
    }
}
