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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that meet WebTransport's contract, and images that violate it. */
@ResourceLock("lane of WebTransportInspectionTest")
class WebTransportInspectionTest extends RealInspections {
    private static final String PROTOCOL = "webtransport";
    private static final String FETCHING = "transfer-bidirectional-receive";
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

    @Test
    void whatTheContractAsksAClientBesideTestCasesIsMet() {
        var lines = inspectWhole(subject("aioquic", "", Role.CLIENT, "aioquic"), FETCHING);

        assertThat(notMet(lines)).isEmpty();
        assertThat(ofContract(lines, "5.1")).isEqualTo(CheckAnswers.met("with aioquic: passed"));
        assertThat(ofContract(lines, "5.4")).isEqualTo(CheckAnswers.met("with aioquic: passed"));
    }

    /** The first two clients do not open two sessions over one connection. */
    @Test
    void whatTheContractAsksAServerBesideTestCasesIsMetWithAPeerThatHasIt() {
        var peers = Stream.of("picoquic", "webtransport-go", "aioquic")
                .map(it -> subject("aioquic", "", Role.SERVER, it))
                .toList();

        var lines = inspectWhole(peers, FETCHING);

        assertThat(notMet(lines)).isEmpty();
        assertThat(ofContract(lines, "5.1")).isEqualTo(CheckAnswers.met("with aioquic: passed"));
        assertThat(ofContract(lines, "5.4")).isEqualTo(CheckAnswers.met("with picoquic: passed"));
    }

    @Test
    void aClientThatMakesAConnectionForEachSessionIsNotMet() {
        var lines = inspectWhole(subject("picoquic", "", Role.CLIENT, "aioquic"), FETCHING);

        assertThat(CheckAnswers.finding(ofContract(lines, "5.1")).seen())
                .contains("the client asks for them over 2 connections");
        assertThat(ofContract(lines, "5.4")).isEqualTo(CheckAnswers.met("with aioquic: passed"));
    }

    @Test
    void aClientThatWritesNoProtocolAndKnowsEveryTestCaseIsNotMet() {
        var faults = "protocol-unsaid ignores-unknown-testcase";
        var lines = inspectWhole(subject("faulty-webtransport", faults, Role.CLIENT, "webtransport-go"), FETCHING);

        assertThat(CheckAnswers.finding(ofContract(lines, "5.4")).seen())
                .contains("no negotiated_protocol.txt in its /downloads");
        assertThat(seen(lines, new RefusesUnknownTestCase())).contains("it ended with exit code");
    }

    @Test
    void aServerWithOneSessionAndAnotherProtocolIsNotMet() {
        var lines = inspectWhole(subject("faulty-webtransport", "protocol-empty", Role.SERVER, "aioquic"), FETCHING);

        assertThat(CheckAnswers.finding(ofContract(lines, "5.1")).seen()).contains("with aioquic: ");
        assertThat(CheckAnswers.finding(ofContract(lines, "5.4")).seen()).contains("negotiated_protocol.txt is empty");
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
        return inspect(List.of(subject(image, fault, role, "webtransport-go")), tests);
    }

    private static Subject subject(String image, String fault, Role role, String peer) {
        return new Subject(
                WEBTRANSPORT,
                implementation(PROTOCOL, image, Map.of("FAULT", fault)),
                role,
                implementation(PROTOCOL, peer, Map.of()),
                Route.direct());
    }
}
