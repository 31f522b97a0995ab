package dev.interop.moqt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import dev.interop.registry.Role;
import dev.interop.verdict.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoqtProtocolTest {
    private final Protocol moqt = new MoqtProtocol();

    @Test
    void clientAndRelayMeetDirectlyWithoutAScenario() {
        var test = moqt.testCases().get(0);
        var scenario = "drop-rate --delay=15ms --rate_to_client=5";

        assertThat(moqt.scenario(test)).isEmpty();
        assertThat(moqt.as(new RunMode(Optional.of(scenario), Map.of())).scenario(test))
                .contains(scenario);
    }

    @Test
    void anUnknownTestCaseInAnEntrysMappingIsRefused() {
        var endpoint = new Endpoint(
                Optional.of("i"),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                new ContractMapping(
                        List.of(), Optional.empty(), Map.of("anounce-only", "x"), Map.of(), Optional.empty()),
                Map.of());
        var both = new Implementation(
                "slip",
                "moqt",
                "slip",
                Optional.empty(),
                Optional.empty(),
                List.of(ProtocolVersion.of("draft-18")),
                Map.of(Role.CLIENT, endpoint, MoqtProtocol.RELAY, endpoint),
                true,
                new Origin(Path.of("registry.json"), 7));

        assertThatThrownBy(() -> moqt.routes(both, both, RouteFilter.all()))
                .isInstanceOf(UserError.class)
                .hasMessage("registry.json:7: 'slip': 'cases' has no test case 'anounce-only'; did you mean"
                        + " 'announce-only'?");
    }

    @Test
    void theParametersOfARunDecideWhoseVerdictCountsAndWhetherReportsAreShown() {
        var other = moqt.as(
                new RunMode(Optional.empty(), Map.of("interop.moqt.verdict", "tap", "interop.moqt.subtests", "false")));

        assertThat(moqt.trust()).isEqualTo(Trust.WIRE);
        assertThat(moqt.showsReports()).isTrue();
        assertThat(other.trust()).isEqualTo(Trust.CLIENT);
        assertThat(other.showsReports()).isFalse();
    }

    @Test
    void theRunModeForAllTestCasesHasOneTestCaseThatIsKnownInBothModes() {
        var all = moqt.as(new RunMode(Optional.empty(), Map.of("interop.moqt.cases", "all")));

        assertThat(all.testCases())
                .singleElement()
                .satisfies(it -> assertThat(it.name() + " " + it.letter()).isEqualTo("all *"));
        assertThat(moqt.testCase("all").map(TestCase::clientTestcase)).contains("");
        assertThat(all.testCase("setup-only")).isPresent();
    }
}
