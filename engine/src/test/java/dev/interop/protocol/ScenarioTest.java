package dev.interop.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    @Test
    void theOptionsOfTheLinkAreThoseOfEveryScenario() {
        assertThat(new Scenario("drop-rate --delay=15ms  --rate_to_server=30 --queue=25").link())
                .containsExactly("--delay=15ms", "--queue=25");
        assertThat(new Scenario("rebind --first-rebind=1s --bandwidth=10Mbps").link())
                .containsExactly("--bandwidth=10Mbps");
    }

    private static String ofLength(int length) {
        var begin = "droplist --drops_to_server=";
        return begin + "1".repeat(length - begin.length());
    }

    @Test
    void aListThatIsTooLongForTheSimulatorIsRefusedInOneLine() {
        var longest = new Scenario(ofLength(Scenario.MOST_CHARACTERS));
        assertThat(longest.checked(Scenario.STANDARD, "here")).isSameAs(longest);

        assertThatThrownBy(() -> new Scenario(longest.words() + "1").checked(Scenario.STANDARD, "here"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "here: the scenario 'droplist --drops_to_server=1111111111111 …' has 131001 characters, and the"
                                + " simulator takes at most 131000; list fewer packets");
    }

    @Test
    void theLongestScenarioAndASeedFitIntoAnEnvironmentVariable() throws Exception {
        var process = new ProcessBuilder("true");
        process.environment().put("SCENARIO", ofLength(Scenario.MOST_CHARACTERS) + " --seed=0x0123456789abcdef");

        assertThat(process.start().waitFor()).isZero();
    }

    @Test
    void aScenarioWithoutOptionsLeavesTheLinkToTheSimulator() {
        assertThat(new Scenario("simple-p2p").link()).isEmpty();
    }
}
