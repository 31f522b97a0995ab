package dev.interop.webtransport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.FileRequests;
import dev.interop.protocol.Route;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebTransportContractTest {
    private static final Endpoint IMAGE = Endpoint.ofImage("image");
    private static final List<String> FILES = List.of("den/a", "den/b");

    private final WebTransportContract contract = new WebTransportContract();

    @Test
    void aClientThatFetchesGetsUrls() {
        var pairing = pairing("transfer-datagram-receive", "transfer", Role.SERVER, FILES);

        assertThat(contract.client(pairing).env())
                .containsEntry("ROLE", "client")
                .containsEntry("TESTCASE", "transfer-datagram-receive")
                .containsEntry("REQUESTS", "https://server4:443/den/a https://server4:443/den/b");
        assertThat(contract.server(pairing).env())
                .containsEntry("ROLE", "server")
                .containsEntry("TESTCASE", "transfer")
                .doesNotContainKey("REQUESTS");
        assertThat(contract.server(pairing).folders()).contains(new Folder("/www", Use.SERVED));
        assertThat(contract.client(pairing).folders()).contains(new Folder("/www", Use.SERVED_EMPTY));
        assertThat(contract.requests(pairing))
                .containsExactly("https://server4:443/den/a", "https://server4:443/den/b");
    }

    @Test
    void aServerThatFetchesGetsPathsAndItsClientTheSessionsUrl() {
        var pairing = pairing("transfer", "transfer-datagram-send", Role.CLIENT, FILES);

        assertThat(contract.client(pairing).env()).containsEntry("REQUESTS", "https://server4:443/den");
        assertThat(contract.server(pairing).env()).containsEntry("REQUESTS", "den/a den/b");
        assertThat(contract.server(pairing).folders())
                .contains(new Folder("/www", Use.SERVED_EMPTY), new Folder("/downloads", Use.DOWNLOADS));
        assertThat(contract.client(pairing).folders()).contains(new Folder("/www", Use.SERVED));
        assertThat(contract.requests(pairing)).isEqualTo(FILES);
    }

    @Test
    void aClientThatServesSeveralEndpointsGetsTheUrlOfEachSession() {
        var fileRequests =
                new FileRequests(Role.CLIENT, "server4:443", List.of("den", "nest"), List.of("den/a", "nest/b"));
        var pairing = new EndpointPairing(
                IMAGE, IMAGE, Route.direct(), "transfer", "transfer-datagram-send", fileRequests, 1);

        assertThat(contract.client(pairing).env())
                .containsEntry("REQUESTS", "https://server4:443/den https://server4:443/nest");
        assertThat(contract.server(pairing).env()).containsEntry("REQUESTS", "den/a nest/b");
    }

    @Test
    void theHandshakeRequestsASessionAndOffersFiveProtocols() {
        var pairing = pairing("handshake", "handshake", Role.SERVER, List.of());

        assertThat(contract.client(pairing).env())
                .containsEntry("REQUESTS", "https://server4:443/den")
                .hasEntrySatisfying("PROTOCOLS", it -> assertThat(it.split(" ")).hasSize(5));
        assertThat(contract.server(pairing).env().get("PROTOCOLS"))
                .isNotEqualTo(contract.client(pairing).env().get("PROTOCOLS"));
    }

    @Test
    void anEndpointThatIsAskedForAnUnknownTestCaseGetsNoRequests() {
        var pairing = new EndpointPairing(IMAGE, IMAGE, Route.direct(), "word", "word", FileRequests.NONE, 1);

        assertThat(contract.client(pairing).env()).doesNotContainKey("REQUESTS");
    }

    private static EndpointPairing pairing(String client, String server, Role from, List<String> files) {
        var fileRequests = new FileRequests(from, "server4:443", List.of("den"), files);
        return new EndpointPairing(IMAGE, IMAGE, Route.direct(), client, server, fileRequests, 1);
    }
}
