package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocols;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultRegistryTest {
    private final Registry registry = new RegistryReader(Protocols.installed().registrySections())
            .read(List.of(Path.of("../implementations.json")));

    @Test
    void everyEntryFitsAndItsBuildMakesTheImageAndVersionThatItNames() {
        RegistryRules.hold(registry);
    }

    @Test
    void theDefaultQuicMatrixHasThreeClientsTimesFourServersThatAreBuiltHere() {
        assertThat(selected("quic", Role.CLIENT)).contains("quic-go", "aioquic", "kwik");
        assertThat(selected("quic", Role.SERVER)).contains("quic-go", "aioquic", "kwik", "nginx");
        areBuiltHere("quic", "quic-go", "aioquic", "kwik", "nginx");
    }

    @Test
    void theDefaultMoqtMatrixHasFourClientsTimesThreeRelaysThatAreBuiltHere() {
        assertThat(selected("moqt", Role.CLIENT)).contains("aiomoqt", "moq-rs", "moqtap", "moq-js");
        assertThat(selected("moqt", MoqtProtocol.RELAY)).contains("aiomoqt", "moq-rs", "moq-dev");
        areBuiltHere("moqt", "aiomoqt", "moq-rs", "moqtap", "moq-js", "moq-dev");
    }

    @Test
    void theDefaultWebTransportMatrixHasFourClientsTimesFourServersThatAreBuiltHere() {
        var names = new String[] {"aioquic", "picoquic", "webtransport-go", "moq-web-transport"};

        assertThat(selected("webtransport", Role.CLIENT)).containsExactlyInAnyOrder(names);
        assertThat(selected("webtransport", Role.SERVER)).containsExactlyInAnyOrder(names);
        areBuiltHere("webtransport", names);
    }

    @Test
    void browsersAndFurtherImplementationsOfWebTransportRunWhenTheyAreNamed() {
        assertThat(registry.playing("webtransport", Role.CLIENT))
                .filteredOn(it -> !it.selected())
                .extracting(Implementation::name)
                .contains("chromium", "neqo", "kwik", "pywebtransport");
        areBuiltHere("webtransport", "chromium", "neqo", "kwik", "pywebtransport");
    }

    @Test
    void thePublicImagesCanBeNamedAndAreNotRunByDefault() {
        assertThat(notSelected(Role.CLIENT))
                .contains(
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
        assertThat(notSelected(MoqtProtocol.RELAY)).contains("moq-go", "quiche-moq", "xquic", "imquic");
    }

    @Test
    void xquicHasAnImageForEachDraft() {
        var xquic = registry.playing("moqt", Role.CLIENT).stream()
                .filter(it -> it.name().equals("xquic"))
                .findFirst()
                .orElseThrow();

        for (var role : List.of(Role.CLIENT, MoqtProtocol.RELAY)) {
            var endpoint = xquic.endpoint(role);
            assertThat(endpoint.forDraft(ProtocolVersion.of("draft-14")).image())
                    .get()
                    .asString()
                    .endsWith(label(role) + ":latest");
            assertThat(endpoint.forDraft(ProtocolVersion.of("draft-18")).image())
                    .get()
                    .asString()
                    .endsWith(label(role) + "-draft-18:latest");
            assertThat(endpoint.forDraft(ProtocolVersion.of("draft-18")).transports())
                    .containsExactly("quic");
        }
    }

    private static String label(Role role) {
        return role.equals(Role.CLIENT) ? "client" : "relay";
    }

    private void areBuiltHere(String protocol, String... names) {
        for (var name : names) {
            assertThat(RegistryRules.images(registry.find(protocol, name).orElseThrow()))
                    .as(name)
                    .allMatch(it -> it.build().isPresent());
        }
    }

    private List<String> notSelected(Role role) {
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
