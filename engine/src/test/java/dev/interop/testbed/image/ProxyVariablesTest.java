package dev.interop.testbed.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyVariablesTest {
    @Test
    void aProxyIsHandedOnInBothSpellings() {
        assertThat(ProxyVariables.of(Map.of("http_proxy", "http://a:1", "NO_PROXY", "localhost", "PATH", "/bin")))
                .isEqualTo(Map.of(
                        "http_proxy", "http://a:1",
                        "HTTP_PROXY", "http://a:1",
                        "no_proxy", "localhost",
                        "NO_PROXY", "localhost"));
    }

    @Test
    void twoSpellingsWithTwoValuesStayAsTheyAre() {
        assertThat(ProxyVariables.of(Map.of("https_proxy", "http://a:1", "HTTPS_PROXY", "http://b:2")))
                .isEqualTo(Map.of("https_proxy", "http://a:1", "HTTPS_PROXY", "http://b:2"));
    }

    @Test
    void anEmptyProxyVariableIsIgnored() {
        assertThat(ProxyVariables.of(Map.of("http_proxy", " "))).isEmpty();
    }
}
