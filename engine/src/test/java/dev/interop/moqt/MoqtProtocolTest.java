package dev.interop.moqt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.Wishes;
import dev.interop.protocol.Wishes.Cases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoqtProtocolTest {
    private final Protocol moqt = new MoqtProtocol();

    @Test
    void clientAndRelayMeetDirectlyUnlessAScenarioIsWished() {
        var test = moqt.testCases().get(0);
        var scenario = "drop-rate --delay=15ms --rate_to_client=5";

        assertThat(moqt.scenario(test)).isEmpty();
        assertThat(moqt.as(new Wishes(Optional.of(scenario), Cases.EACH)).scenario(test))
                .contains(scenario);
    }

    @Test
    void whatIsNoScenarioIsRefused() {
        assertThatThrownBy(() -> moqt.as(new Wishes(Optional.of("drop-rate 5"), Cases.EACH)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("interop.moqt.scenario: 'drop-rate 5' is no scenario");
    }

    @Test
    void allCasesAreOneTestCaseThatIsAlsoKnownLater() {
        var all = moqt.as(new Wishes(Optional.empty(), Cases.ALL));

        assertThat(all.testCases())
                .singleElement()
                .satisfies(it -> assertThat(it.name() + " " + it.letter()).isEqualTo("all *"));
        assertThat(moqt.testCase("all").map(TestCase::clientTestcase)).contains("");
        assertThat(all.testCase("setup-only")).isPresent();
    }
}
