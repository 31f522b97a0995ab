package dev.interop.moqt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.FileRequests;
import dev.interop.protocol.Route;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.RemoteEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoqtContractTest {
    private static final Endpoint PLAIN = Endpoint.ofImage("i");
    private static final Endpoint PARTICULAR = new Endpoint(
            Optional.of("i"),
            Optional.empty(),
            Map.of("LEVEL", "debug", "TESTCASE", "mine"),
            Optional.empty(),
            List.of(),
            List.of(),
            Set.of(),
            new ContractMapping(
                    List.of("--bind", "[::]:4443"),
                    Optional.of("/moq"),
                    Map.of("announce-only", "publish-namespace-only"),
                    Map.of(
                            "TLS_DISABLE_VERIFY", Map.of("1", "true"),
                            "DRAFT", Map.of("draft-16", "16"),
                            "MOQT_PORT", Map.of("4443", "udp/4443")),
                    Optional.of("DRAFT")),
            Map.of());

    private final MoqtContract contract = new MoqtContract();

    private static Route route(String transport, String draft) {
        return new Route(
                transport,
                Optional.of(transport),
                Optional.of(ProtocolVersion.of(draft)),
                Optional.empty(),
                Optional.empty());
    }

    private static EndpointPairing pairing(Endpoint client, Endpoint relay, Route route, String testcase) {
        return new EndpointPairing(client, relay, route, testcase, testcase, FileRequests.NONE, 1);
    }

    @Test
    void aClientGetsTheVariablesOfTheContract() {
        var setup = contract.client(pairing(PLAIN, PLAIN, route("quic", "draft-18"), "announce-only"));

        assertThat(setup.env())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "RELAY_URL", "moqt://relay:4443",
                        "TESTCASE", "announce-only",
                        "TLS_DISABLE_VERIFY", "1",
                        "VERBOSE", "1",
                        "SSLKEYLOGFILE", "/logs/keys.log",
                        "QLOGDIR", "/logs/qlog/"));
        assertThat(setup.args()).isEmpty();
        assertThat(setup.folders())
                .contains(new Folder("/certs", Use.SERVER_CERTIFICATE), new Folder("/mlog", Use.TRACES));
    }

    @Test
    void aRelayGetsTheVariablesOfTheContract() {
        var setup = contract.server(pairing(PLAIN, PLAIN, route("quic", "draft-18"), "announce-only"));

        assertThat(setup.env())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MOQT_ROLE", "relay",
                        "MOQT_PORT", "4443",
                        "SSLKEYLOGFILE", "/logs/keys.log",
                        "QLOGDIR", "/logs/qlog/"));
        assertThat(setup.folders()).contains(new Folder("/certs", Use.CERTIFICATES));
    }

    @Test
    void theNamesAndValuesThatAnEntryMapsReplaceTheContracts() {
        var pairing = pairing(PARTICULAR, PARTICULAR, route("webtransport", "draft-16"), "announce-only");
        EndpointSetup client = contract.client(pairing);

        assertThat(client.env())
                .containsEntry("RELAY_URL", "https://relay:4443/moq")
                .containsEntry("TESTCASE", "publish-namespace-only")
                .containsEntry("TLS_DISABLE_VERIFY", "true")
                .containsEntry("VERBOSE", "1")
                .containsEntry("DRAFT", "16")
                .containsEntry("LEVEL", "debug");
        assertThat(client.args()).containsExactly("--bind", "[::]:4443");
        assertThat(contract.server(pairing).env())
                .containsEntry("MOQT_PORT", "udp/4443")
                .containsEntry("DRAFT", "16");
        assertThat(contract.requests(pairing)).containsExactly("https://relay:4443/moq");
    }

    @Test
    void theUrlInARelaysEntryTakesPrecedence() {
        var relay = new Endpoint(
                Optional.of("i"), Optional.empty(), Map.of(), Optional.of("https://relay:4443/other"), List.of());

        assertThat(contract.requests(pairing(PLAIN, relay, route("webtransport", "draft-18"), "setup-only")))
                .containsExactly("https://relay:4443/other");
    }

    @Test
    void aClientThatRunsAllTestCasesGetsNoTestcase() {
        var setup = contract.client(
                pairing(PLAIN, PLAIN, route("quic", "draft-18"), new AllCases(List.of()).clientTestcase()));

        assertThat(setup.env()).doesNotContainKey("TESTCASE");
    }

    @Test
    void theCertificateOfARemoteRelayIsVerifiedUnlessTheRegistrySaysOtherwise() {
        assertThat(contract.client(remote(false)).env())
                .containsEntry("RELAY_URL", "moqt://relay.example:1")
                .doesNotContainKey("TLS_DISABLE_VERIFY");
        assertThat(contract.client(remote(true)).env()).containsEntry("TLS_DISABLE_VERIFY", "1");
    }

    private static EndpointPairing remote(boolean unverified) {
        var remote = new RemoteEndpoint("moqt://relay.example:1", "quic", "active", Optional.empty(), unverified, "");
        var route = new Route(
                "remote-quic",
                Optional.of("quic"),
                Optional.of(ProtocolVersion.of("draft-18")),
                Optional.empty(),
                Optional.of(remote));
        return pairing(PLAIN, PLAIN, route, "setup-only");
    }
}
