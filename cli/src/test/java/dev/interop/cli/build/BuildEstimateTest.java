package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildEstimateTest {
    @TempDir
    Path folder;

    @Test
    void theLineSaysWhatEachAndAllCost() {
        build("quick");
        build("slow");
        build("unknown");
        costs("\"quick\": {\"seconds\": 12, \"mib\": 54}, \"slow\": {\"seconds\": 519, \"mib\": 1024}");

        assertThat(new BuildEstimate(Builds.below(List.of(folder)).all(), Set.of("localhost/t/slow:1")).line())
                .contains("3 to build: quick (12 s, 54 MiB), slow (9 min, 1.0 GiB, goes on where it was interrupted),"
                        + " unknown (cost unknown); together at most 9 min of building and 1.1 GiB of disk, without"
                        + " those unknown");
    }

    @Test
    void oneIsNotSummedUpAndNoneIsNotSaid() {
        build("quick");
        costs("\"quick\": {\"seconds\": 12, \"mib\": 54}");

        assertThat(new BuildEstimate(Builds.below(List.of(folder)).all(), Set.of()).line())
                .contains("1 to build: quick (12 s, 54 MiB)");
        assertThat(new BuildEstimate(List.of(), Set.of()).line()).isEmpty();
    }

    @Test
    void aBuildThatBeganAndDidNotEndWasInterrupted() throws IOException {
        build("quick");
        build("slow");
        var builds = Builds.below(List.of(folder)).all();
        var marks = new BuildMarks(folder);
        for (var it : builds) {
            marks.begin(it);
        }

        marks.end(builds.get(0));

        assertThat(marks.interrupted(builds)).containsExactly("localhost/t/slow:1");
    }

    @Test
    void aCostWithoutNumbersIsRefused() {
        costs("\"x\": {\"seconds\": \"many\", \"mib\": 1}");

        assertThatThrownBy(() -> Builds.below(List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("costs.json")
                        + ": 'x' is {\"seconds\":\"many\",\"mib\":1}; say {\"seconds\": N, \"mib\": N}");
    }

    @Test
    void theProjectsCostsAreThoseOfBuildsThatExist() {
        var builds = Path.of("..", "builds");
        var names = Builds.below(List.of(builds)).all().stream()
                .map(ImageBuild::name)
                .toList();

        assertThat(BuildCosts.read(builds).byName().keySet()).isNotEmpty().isSubsetOf(names);
    }

    private void costs(String entries) {
        new BuildsFixture(folder).write("costs.json", "{" + entries + "}");
    }

    private void build(String name) {
        new BuildsFixture(folder)
                .write(name + "/Dockerfile", "FROM scratch\n")
                .write(name + "/config.json", """
                {"name": "%1$s", "targets": {"x":
                  {"dockerfile": "Dockerfile", "image_name": "localhost/t/%1$s:1"}}}""".formatted(name));
    }
}
