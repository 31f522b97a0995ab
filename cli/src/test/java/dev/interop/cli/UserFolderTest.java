package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.GateParameters;
import dev.interop.config.HistoryParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {
    @TempDir
    Path elsewhere;

    private static UserFolder from(Path folder) {
        var properties = new Properties();
        properties.setProperty(UserFolder.PROPERTY, folder.toString());
        return UserFolder.of(properties);
    }

    @Test
    void aPathIsRelativeToTheUsersWorkingFolder() {
        assertThat(from(elsewhere).resolve("results/today")).isEqualTo(elsewhere.resolve("results/today"));
        assertThat(from(elsewhere).resolve("../x")).isEqualTo(elsewhere.resolveSibling("x"));
        assertThat(from(elsewhere).resolve("/somewhere/x")).isEqualTo(Path.of("/somewhere/x"));
    }

    @Test
    void aShownPathIsValidInTheUsersWorkingFolder() {
        assertThat(from(elsewhere).shown(Path.of("x"))).isEqualTo(Path.of("x").toAbsolutePath());
    }

    @Test
    void theWordForNoFileIsNoPath() {
        UnaryOperator<String> resolved = it -> from(elsewhere).resolve(it).toString();
        for (var it : List.of(GateParameters.EXPECTATIONS, HistoryParameters.HISTORY)) {
            assertThat(it.type().resolved("none", resolved)).as(it.key()).isEqualTo("none");
        }
        assertThat(GateParameters.EXPECTATIONS.type().resolved("a.yaml,b.yaml", resolved))
                .isEqualTo(elsewhere.resolve("a.yaml") + "," + elsewhere.resolve("b.yaml"));
    }

    @Test
    void inTheProjectsFolderPathsStayUnchanged() {
        var here = from(Path.of("").toAbsolutePath());

        assertThat(here.resolve("a/b")).isEqualTo(Path.of("a/b"));
        assertThat(here.shown(Path.of("a"))).isEqualTo(Path.of("a"));
        assertThat(UserFolder.of(new Properties()).resolve("a")).isEqualTo(Path.of("a"));
    }
}
