package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.registry.Role;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that meet WebTransport's contract, and images that violate it. */
@ResourceLock("lane of WebTransportInspectionTest")
class WebTransportInspectionTest extends RealInspections {
    private static final String PROTOCOL = "webtransport";
    private static final Protocol WEBTRANSPORT = Protocols.installed().named(PROTOCOL);

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void bothRolesAreCheckedForEveryRequirement(Role role) {
        var fetching = role.equals(Role.CLIENT) ? "receive" : "send";

        var lines = inspect("webtransport-go", "", role, "transfer-bidirectional-" + fetching, "handshake");

        assertThat(lines).hasSize(10).allMatch(it -> it.result() instanceof CheckResult.Passed);
        assertThat(further(lines, "handshake")).isEqualTo(CheckAnswers.met("with webtransport-go: passed"));
    }

    @Test
    void anEndpointThatAgreesOnAnotherProtocolFailsTheHandshake() {
        var lines = inspect(
                "faulty-webtransport", "other-protocol", Role.CLIENT, "transfer-bidirectional-receive", "handshake");

        assertThat(notMet(lines)).containsExactly("test case handshake");
        assertThat(further(lines, "handshake"))
                .extracting(CheckAnswers::finding)
                .satisfies(it -> assertThat(it.seen()).contains("which comes later in the client's list"))
                .satisfies(it -> assertThat(Path.of(it.evidence().file())).isDirectoryContaining("glob:**output.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void bothRolesFetchFiles(Role role) {
        assertThat(seen(inspect("faulty-webtransport", "altered-file", role), new LeavesDownloads()))
                .contains("not there as it was served: ");
        assertThat(seen(inspect("faulty-webtransport", "extra-file", role), new LeavesDownloads()))
                .contains("not requested: ")
                .contains("/unasked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void anEndpointThatIgnoresSigtermIsNotMet(Role role) {
        var lines = inspect("faulty-webtransport", "ignores-sigterm", role);

        assertThat(notMet(lines)).containsExactly(new StopsWhenAsked().rule());
        assertThat(seen(lines, new StopsWhenAsked())).contains("was killed");
    }

    @Test
    void anEndpointOfAnotherProtocolCannotOpenASession() {
        assertThat(seen(inspect("quic-go", "", Role.CLIENT, "handshake"), new DoesATestCase()))
                .contains("handshake with webtransport-go");
    }

    private List<Checked> inspect(String image, String fault, Role role) {
        return inspect(image, fault, role, "transfer-bidirectional-receive", "transfer-bidirectional-send");
    }

    private List<Checked> inspect(String image, String fault, Role role, String... tests) {
        var subject = new Subject(
                WEBTRANSPORT,
                implementation(PROTOCOL, image, Map.of("FAULT", fault)),
                role,
                implementation(PROTOCOL, "webtransport-go", Map.of()),
                Route.direct());
        return inspect(List.of(subject), tests);
    }
}
