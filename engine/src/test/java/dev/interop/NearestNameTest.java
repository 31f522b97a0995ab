package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("client", "server", "handshake", "transfer", "chacha20", "retry", "quic-go", "nginx");

    @ParameterizedTest
    @CsvSource({
        "servre, server",
        "chacha, chacha20",
        "hand, handshake",
        "quicgo, quic-go",
        "QUIC-GO, quic-go",
        "ngixn, nginx",
        "transfers, transfer"
    })
    void aSlipFindsWhatWasMeant(String slip, String meant) {
        assertThat(NearestName.of(slip, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "xyz", "s2n-quic", "completely-different", "c"})
    void nothingIsSuggestedForWhatIsNearToNothing(String name) {
        assertThat(NearestName.of(name, NAMES)).isEmpty();
    }

    @Test
    void amongSeveralTheNearestIsSuggested() {
        assertThat(NearestName.of("retru", List.of("return", "retry"))).contains("retry");
    }

    @Property(tries = 200)
    void aNameIsNearestToItself(@ForAll String name, @ForAll List<String> others) {
        var candidates = new java.util.ArrayList<>(others);
        candidates.add(name);
        assertThat(NearestName.of(name, candidates))
                .hasValueSatisfying(it -> assertThat(it).isEqualToIgnoringCase(name));
    }
}
