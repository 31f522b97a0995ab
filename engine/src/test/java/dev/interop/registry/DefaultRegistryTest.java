package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

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
}
