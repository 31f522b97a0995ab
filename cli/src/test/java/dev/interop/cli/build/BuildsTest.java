package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.interop.UserError;
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

    @Test
    void aReleaseHasAnImageArgumentsAndInputsOfItsOwn() {
        versioned("\"from\": \"v1.0.0\", \"to\": \"v1.9.0\"");
        var builds = Builds.below(List.of(folder));
        var graph = new BuildGraph(builds.all());

        var usual = builds.named("x").get(0);
        var release = builds.named("x@v1.2.0").get(0);

        assertThat(release.name()).isEqualTo("x@v1.2.0");
        assertThat(release.image()).isEqualTo("localhost/t/x:v1.2.0");
        assertThat(((ImageBuild.Dockerfile) release.recipe()).args())
                .containsOnly(entry("FIXED", "yes"), entry("VERSION", "x v1.2.0"));
        assertThat(graph.bases(release)).extracting(ImageBuild::name).containsExactly("base");
        assertThat(graph.inputs(release))
                .isNotEqualTo(graph.inputs(usual))
                .isNotEqualTo(graph.inputs(builds.named("x@v1.3.0").get(0)))
                .isEqualTo(new BuildGraph(builds.all()).inputs(release));
    }

    @Test
    void aReleaseOutsideOfTheRangeIsRefused() {
        versioned("\"from\": \"v1.0.0\", \"to\": \"v1.9.0\"");
        config("y", "y");
        new BuildsFixture(folder).write("y/Dockerfile", "FROM scratch\n");
        var builds = Builds.below(List.of(folder));

        assertThatThrownBy(() -> builds.named("x@v1.10.0"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "'x@v1.10.0': " + folder.resolve("x/config.json") + " makes other releases: v1.0.0 to v1.9.0");
        assertThatThrownBy(() -> builds.named("y@1"))
                .hasMessage("'y@1': " + folder.resolve("y/config.json")
                        + " has no 'versions', so it makes one release only");
        assertThatThrownBy(() -> builds.named("z@1")).hasMessageStartingWith("build 'z': no such build");
    }

    @Test
    void anUnknownRegistryOfPackagesIsRefused() {
        new BuildsFixture(folder).write("x/Dockerfile", "FROM scratch\n").write("x/config.json", """
                {"name": "x", "versions": {"registry": "pyp", "package": "x"},
                 "targets": {"x": {"dockerfile": "Dockerfile", "image_name": "localhost/t/x:1"}}}""");

        assertThatThrownBy(() -> Builds.below(List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("x/config.json") + ": 'registry' is 'pyp'; did you mean 'pypi'?");
    }

    private void versioned(String range) {
        new BuildsFixture(folder)
                .dockerfile("base", "localhost/t/base:1", "FROM scratch")
                .write("x/Dockerfile", "FROM localhost/t/base:1\n")
                .write("x/config.json", """
                {"name": "x", "versions": {"registry": "go", "package": "example.org/x",
                  "args": {"VERSION": "x {version}"}, %s},
                 "targets": {"x": {"dockerfile": "Dockerfile", "image_name": "localhost/t/x:local",
                   "args": {"FIXED": "yes"}}}}
                """.formatted(range));
    }

    private void config(String path, String name) {
        new BuildsFixture(folder).write(path + "/config.json", """
                {"name": "%1$s", "targets": {"x": {"dockerfile": "Dockerfile", "image_name": "localhost/t/%1$s:1"}}}
                """.formatted(name));
    }
}
