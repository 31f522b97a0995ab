package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultRegistryTest {
    private final Registry registry = new RegistryReader().read(List.of(Path.of("../implementations.json")));

    @Test
    void theProjectsOwnRegistryHasNoProblem() {
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void theDefaultQuicMatrixIsThreeClientsTimesFourServers() {
        assertThat(registry.playing("quic", Role.CLIENT))
                .extracting(Implementation::name)
                .containsExactly("quic-go", "aioquic", "kwik");
        assertThat(registry.playing("quic", Role.SERVER))
                .extracting(Implementation::name)
                .containsExactly("quic-go", "aioquic", "kwik", "nginx");
    }

    @Test
    void everyBuildMakesTheImageAndVersionThatTheRegistryNames() throws IOException {
        for (var it : registry.implementations()) {
            for (var endpoint : it.roles().values()) {
                var config = new ObjectMapper()
                        .readTree(Path.of("../builds", endpoint.build().orElseThrow(), "config.json")
                                .toFile());
                assertThat(config.path("targets").findValuesAsText("image_name"))
                        .as(it.name())
                        .contains(endpoint.image().orElseThrow());
                assertThat(config.path("default_ref").asText())
                        .as(it.name())
                        .isEqualTo(it.version().orElseThrow());
            }
        }
    }
}
