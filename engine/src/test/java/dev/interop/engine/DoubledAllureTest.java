package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Allure's own listener beside ours: the user is told how to have each cell once. */
class DoubledAllureTest {
    @TempDir
    Path jar;

    @Test
    void aNoteSaysThatCellsAreTwiceWhereAlluresListenerIsActive() throws Exception {
        var listener = jar.resolve("io/qameta/allure/junitplatform/AllureJunitPlatform.class");
        Files.createDirectories(listener.getParent());
        Files.write(listener, new byte[0]);
        try (var withIt =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(DoubledAllure.note(withIt, Optional.empty()))
                    .hasValueSatisfying(it -> assertThat(it)
                            .contains("each cell once more")
                            .contains("-Djunit.platform.execution.listeners.deactivate=io.qameta.allure.*"));
            assertThat(DoubledAllure.note(withIt, Optional.of("org.other.*"))).isPresent();
            assertThat(DoubledAllure.note(withIt, Optional.of("org.other.*, io.qameta.allure.*")))
                    .isEmpty();
            assertThat(DoubledAllure.note(withIt, Optional.of("*"))).isEmpty();
        }
        assertThat(DoubledAllure.note(getClass().getClassLoader(), Optional.empty()))
                .as("it is not there")
                .isEmpty();
    }
}
