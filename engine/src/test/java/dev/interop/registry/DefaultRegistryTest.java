package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void theDefaultMoqtMatrixIsFourClientsTimesThreeRelays() {
        assertThat(selected("moqt", Role.CLIENT)).containsExactly("aiomoqt", "moq-rs", "moqtap", "moq-js");
        assertThat(selected("moqt", Role.RELAY)).containsExactly("aiomoqt", "moq-rs", "moq-dev");
    }

    @Test
    void theDefaultWebTransportMatrixIsTwoClientsTimesTwoServers() {
        assertThat(selected("webtransport", Role.CLIENT)).containsExactly("webtransport-go", "moq-web-transport");
        assertThat(selected("webtransport", Role.SERVER)).containsExactly("webtransport-go", "moq-web-transport");
    }

    @Test
    void thePublicImagesCanBeNamedAndAreNotRunByDefault() {
        assertThat(pulled(Role.CLIENT))
                .containsExactly(
                        "moq-go",
                        "moqlivemock",
                        "moq-dev-js",
                        "moq-dev-rs",
                        "moxygen",
                        "moqx",
                        "xquic",
                        "imquic",
                        "moq5",
                        "moqtopus");
        assertThat(pulled(Role.RELAY)).containsExactly("moq-go", "quiche-moq", "xquic", "imquic");
    }

    @Test
    void xquicHasAnImageADraft() {
        var xquic = registry.playing("moqt", Role.CLIENT).stream()
                .filter(it -> it.name().equals("xquic"))
                .findFirst()
                .orElseThrow();

        for (var role : List.of(Role.CLIENT, Role.RELAY)) {
            var endpoint = xquic.endpoint(role);
            assertThat(endpoint.forDraft("draft-14").image()).get().asString().endsWith(label(role) + ":latest");
            assertThat(endpoint.forDraft("draft-18").image())
                    .get()
                    .asString()
                    .endsWith(label(role) + "-draft-18:latest");
            assertThat(endpoint.forDraft("draft-18").transports()).containsExactly("quic");
        }
    }

    @Test
    void everyBuildMakesTheImageAndVersionThatTheRegistryNames() throws IOException {
        for (var it : registry.implementations()) {
            for (var endpoint : images(it)) {
                if (endpoint.build().isEmpty()) {
                    assertThat(it.selected()).as(it.name() + " is pulled").isFalse();
                    continue;
                }
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

    /** The endpoints of all its roles and of all the drafts that have one of their own. */
    private static List<Endpoint> images(Implementation implementation) {
        return implementation.roles().values().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.drafts().values().stream()))
                .toList();
    }

    private static String label(Role role) {
        return role == Role.CLIENT ? "client" : "relay";
    }

    private List<String> pulled(Role role) {
        return registry.playing("moqt", role).stream()
                .filter(it -> !it.selected())
                .map(Implementation::name)
                .toList();
    }

    private List<String> selected(String protocol, Role role) {
        return registry.playing(protocol, role).stream()
                .filter(Implementation::selected)
                .map(Implementation::name)
                .toList();
    }
}
