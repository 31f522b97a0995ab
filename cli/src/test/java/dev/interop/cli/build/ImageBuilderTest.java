package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.cli.build.BuildResult.State;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
class ImageBuilderTest {
    private static final String DEBIAN = "localhost/interop/debian:trixie";

    @TempDir
    Path folder;

    private final ContainerBackend engine = Engine.connect();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final String prefix =
            "localhost/interop-test-" + UUID.randomUUID().toString().substring(0, 8) + "/";
    private BuildsFixture builds;

    @BeforeEach
    void makeBuilds() {
        builds = new BuildsFixture(folder.resolve("builds"))
                .script("base", prefix + "base:1", "exec \"$DOCKER\" tag " + DEBIAN + " \"$2\"")
                .dockerfile("tool", prefix + "tool:1", "FROM " + prefix + "base:1", "RUN echo tool >/tool")
                .dockerfile("broken", prefix + "broken:1", "FROM " + prefix + "base:1", "RUN echo why; exit 7")
                .dockerfile("late", prefix + "late:1", "FROM " + prefix + "broken:1", "RUN true");
    }

    @AfterEach
    void removeImages() {
        for (var name : List.of("slow", "late", "broken", "tool", "base")) {
            engine.removeImage(prefix + name + ":1");
        }
        engine.close();
    }

    @Test
    void aMissingImageIsBuiltWithItsBasesAndOnlyOnce() {
        assertThat(states(build("tool"))).isEqualTo(Map.of("base", State.BUILT, "tool", State.BUILT));
        assertThat(states(build("tool"))).isEqualTo(Map.of("tool", State.READY));

        builds.write("tool/new", "input");

        assertThat(states(build("tool"))).isEqualTo(Map.of("tool", State.BUILT));
    }

    @Test
    void aFailedBuildNamesItsStepAndDoesNotStopTheOthers() {
        var results = build("broken", "late", "tool");

        assertThat(states(results))
                .isEqualTo(Map.of(
                        "base", State.BUILT, "tool", State.BUILT, "broken", State.FAILED, "late", State.LEFT_OUT));
        assertThat(result(results, "broken").problem())
                .contains("RUN echo why; exit 7")
                .contains("log: ");
        assertThat(result(results, "broken").log().orElseThrow()).content().contains("why");
        assertThat(result(results, "late").problem()).contains(prefix + "broken:1 is missing");
        assertThat(said).anyMatch(it -> it.startsWith(prefix + "tool:1 built in "));
    }

    @Test
    void longBuildsComeLastAndGetTheirArguments() {
        builds.write("slow/Dockerfile", "FROM " + prefix + "base:1\nARG WORD\nRUN echo word=$WORD\n");
        builds.write("slow/config.json", """
                {"name": "slow", "long": true, "targets": {"main":
                  {"dockerfile": "Dockerfile", "args": {"WORD": "given"}, "image_name": "%sslow:1"}}}
                """.formatted(prefix));

        var results = build("slow", "tool");

        assertThat(result(results, "slow").log().orElseThrow()).content().contains("word=given");
        assertThat(index("tool:1 built")).isLessThan(index("slow:1 is being built"));
        assertThat(builder().pendingLong(builder().named("slow"))).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> builder().named("tol"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean 'tool'?");
    }

    private int index(String line) {
        return said.stream().map(it -> it.startsWith(prefix + line)).toList().indexOf(true);
    }

    private ImageBuilder builder() {
        var options = BuildOptions.defaults(List.of(folder.resolve("builds")), folder.resolve("logs"))
                .withProgress(said::add);
        return new ImageBuilder(engine, options, BuildsFixture.noReleases());
    }

    private List<BuildResult> build(String... names) {
        var builder = builder();
        return builder.build(List.of(names).stream()
                .flatMap(it -> builder.named(it).stream())
                .toList());
    }

    private static Map<String, State> states(List<BuildResult> results) {
        return results.stream().collect(Collectors.toMap(it -> it.build().name(), BuildResult::state));
    }

    private static BuildResult result(List<BuildResult> results, String name) {
        return results.stream()
                .filter(it -> it.build().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
