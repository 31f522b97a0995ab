package dev.interop.cli.check;

import static dev.interop.testing.RecordingBuilder.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The remedy for a failed test case, which depends on the observation. */
class DoesATestCaseTest {
    private static final Route OVER_QUIC = new Route(
            "quic",
            Optional.of("quic"),
            Optional.of(ProtocolVersion.of("draft-18")),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    @Test
    void theRemedyNamesTheSetUpScriptForClientsAndServersOfQuic() {
        assertThat(change("quic", Role.CLIENT, Route.direct(), "exit code 1")).contains("call /setup.sh first");
        assertThat(change("quic", Role.SERVER, Route.direct(), "exit code 1")).contains("call /setup.sh first");
    }

    @Test
    void theRemedyForAMissingApplicationProtocolNamesTheOtherTransport() {
        assertThat(change("moqt", MoqtProtocol.RELAY, OVER_QUIC, "not ok 1 - setup-only: error_code=376, frame_type=6"))
                .contains("--transport webtransport");
        assertThat(change("moqt", MoqtProtocol.RELAY, OVER_QUIC, "not ok 1 - setup-only: 376 bytes"))
                .isEqualTo("see output.txt and what else it left");
    }

    private String change(String name, Role role, Route route, String seen) {
        var protocol = Protocols.installed().named(name);
        var other = role.equals(protocol.clientRole()) ? protocol.serverRole() : protocol.clientRole();
        var subject = new Subject(
                protocol,
                Implementations.of(name, "checked", Map.of(role, Endpoint.ofImage("example/checked:1"))),
                role,
                Implementations.of(name, "a", Map.of(other, Endpoint.ofImage("example/a:1"))),
                route);
        var cell = new CheckedCell(
                subject,
                protocol.testCases().get(0),
                recording(folder).build(),
                Verdict.of(Outcome.FAILED, ReasonCode.CHECK_FAILED, seen));
        var answer = new DoesATestCase().examine(CheckAnswers.evidence(cell));
        return CheckAnswers.finding(answer).expected();
    }
}
