package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
    @TempDir
    Path folder;

    @Test
    void aBuildsNameTakesPrecedenceOverAFolderName() {
        for (var it : List.of("a/example", "b/client")) {
            new BuildsFixture(folder).write(it + "/Dockerfile", "FROM scratch\n");
        }
        config("a/example", "adapter");
        config("b/client", "example");

        var builds = Builds.below(List.of(folder.resolve("a"), folder.resolve("b"), folder.resolve("none")));

        assertThat(builds.named("example")).extracting(ImageBuild::image).containsExactly("localhost/t/example:1");
        assertThat(builds.named("localhost/t/adapter:1"))
                .extracting(ImageBuild::name)
                .containsExactly("adapter");
        assertThat(builds.named("client")).extracting(ImageBuild::name).containsExactly("example");
        assertThat(builds.named("a/example")).extracting(ImageBuild::name).containsExactly("adapter");
    }

    private void config(String path, String name) {
        new BuildsFixture(folder).write(path + "/config.json", """
                {"name": "%1$s", "targets": {"x": {"dockerfile": "Dockerfile", "image_name": "localhost/t/%1$s:1"}}}
                """.formatted(name));
    }
}
