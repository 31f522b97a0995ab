package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.moqt.MoqtProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplacedImageTest extends RegistryFiles {
    private Registry registry() {
        return own("""
            'x': {'version': '1', 'quic': {'roles': ['client', 'server'], 'image': 'q', 'build': 'b', 'env': {'A': '1'}},
              'moqt': {'draft_versions': ['draft-18'], 'image': 'm',
                       'roles': {'relay': {'remote': [{'url': 'moqt://r'}]}}}},
            'y': {'quic': {'roles': ['client'], 'image': 'y'}}""");
    }

    @Test
    void anImageReplacesEveryImageOfAnImplementation() {
        var registry = registry();
        var replaced = registry.replacing("x", "mine:dev");

        var quic = replaced.find("quic", "x").orElseThrow();
        assertThat(quic.roles().values())
                .hasSize(2)
                .containsOnly(new Endpoint(
                        Optional.of("mine:dev"), Optional.empty(), Map.of("A", "1"), Optional.empty(), List.of()));
        assertThat(quic.version()).isEmpty();
        var relay = replaced.find("moqt", "x").orElseThrow().endpoint(MoqtProtocol.RELAY);
        assertThat(relay.image()).contains("mine:dev");
        assertThat(relay.remotes()).isEmpty();
        assertThat(replaced.find("quic", "y")).isEqualTo(registry.find("quic", "y"));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> own("'quic-go': {'quic': {'roles': ['client'], 'image': 'i'}}")
                        .replacing("quicgo", "i"))
                .isInstanceOf(UserError.class)
                .hasMessage("--replace 'quicgo': no such implementation; nearest: quic-go");
    }
}
