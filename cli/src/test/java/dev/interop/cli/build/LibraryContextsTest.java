package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.tool.ToolImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line and the engine accept each other's tool images. */
class LibraryContextsTest {
    private final BuildGraph graph =
            new BuildGraph(Builds.below(List.of(Path.of("..", "builds"))).all());

    @ParameterizedTest
    @EnumSource(ToolImage.class)
    void aToolImageHasTheSameInputsFromItsFolderAndFromTheEnginesJar(ToolImage tool) {
        var build = graph.find(tool.defaultReference()).orElseThrow();

        assertThat(tool.inputs()).isEqualTo(graph.inputs(build));
    }
}
