package dev.interop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioTest {
    @Test
    void theOptionsOfTheLinkAreThoseOfEveryScenario() {
        assertThat(new Scenario("drop-rate --delay=15ms  --rate_to_server=30 --queue=25").link())
                .containsExactly("--delay=15ms", "--queue=25");
        assertThat(new Scenario("rebind --first-rebind=1s --bandwidth=10Mbps").link())
                .containsExactly("--bandwidth=10Mbps");
    }

    @Test
    void aScenarioWithoutOptionsLeavesTheLinkToTheSimulator() {
        assertThat(new Scenario("simple-p2p").link()).isEmpty();
    }
}
