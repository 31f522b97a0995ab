package dev.interop.webtransport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.Errand;
import dev.interop.protocol.Meeting;
import dev.interop.protocol.Route;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebTransportContractTest {
    private static final Endpoint IMAGE = Endpoint.ofImage("image");
    private static final List<String> FILES = List.of("den/a", "den/b");

    private final WebTransportContract contract = new WebTransportContract();

    @Test
    void aClientThatFetchesIsAskedForUrls() {
        var meeting = meeting("transfer-datagram-receive", "transfer", Role.SERVER, FILES);

        assertThat(contract.client(meeting).env())
                .containsEntry("ROLE", "client")
                .containsEntry("TESTCASE", "transfer-datagram-receive")
                .containsEntry("REQUESTS", "https://server4:443/den/a https://server4:443/den/b");
        assertThat(contract.server(meeting).env())
                .containsEntry("ROLE", "server")
                .containsEntry("TESTCASE", "transfer")
                .doesNotContainKey("REQUESTS");
        assertThat(contract.server(meeting).folders()).contains(new Folder("/www", Use.SERVED));
        assertThat(contract.client(meeting).folders()).contains(new Folder("/www", Use.SERVED_EMPTY));
        assertThat(contract.requests(meeting))
                .containsExactly("https://server4:443/den/a", "https://server4:443/den/b");
    }

    @Test
    void aServerThatFetchesIsAskedForPathsAndTheClientForTheSession() {
        var meeting = meeting("transfer", "transfer-datagram-send", Role.CLIENT, FILES);

        assertThat(contract.client(meeting).env()).containsEntry("REQUESTS", "https://server4:443/den");
        assertThat(contract.server(meeting).env()).containsEntry("REQUESTS", "den/a den/b");
        assertThat(contract.server(meeting).folders())
                .contains(new Folder("/www", Use.SERVED_EMPTY), new Folder("/downloads", Use.DOWNLOADS));
        assertThat(contract.client(meeting).folders()).contains(new Folder("/www", Use.SERVED));
        assertThat(contract.requests(meeting)).isEqualTo(FILES);
    }

    @Test
    void aHandshakeIsASessionAndProtocolsToChooseFrom() {
        var meeting = meeting("handshake", "handshake", Role.SERVER, List.of());

        assertThat(contract.client(meeting).env())
                .containsEntry("REQUESTS", "https://server4:443/den")
                .hasEntrySatisfying("PROTOCOLS", it -> assertThat(it.split(" ")).hasSize(5));
        assertThat(contract.server(meeting).env().get("PROTOCOLS"))
                .isNotEqualTo(contract.client(meeting).env().get("PROTOCOLS"));
    }

    @Test
    void whoIsAskedForAnUnknownTestCaseGetsNoRequests() {
        var meeting = new Meeting(IMAGE, IMAGE, Route.direct(), "word", "word", Errand.NONE, 1);

        assertThat(contract.client(meeting).env()).doesNotContainKey("REQUESTS");
    }

    private static Meeting meeting(String client, String server, Role from, List<String> files) {
        var errand = new Errand(from, "server4:443", Optional.of("den"), files);
        return new Meeting(IMAGE, IMAGE, Route.direct(), client, server, errand, 1);
    }
}
