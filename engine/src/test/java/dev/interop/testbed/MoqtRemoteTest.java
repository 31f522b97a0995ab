package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Route;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.RemoteRelayContainer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells with a remote relay: here in a container that the test started itself. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MoqtRemoteTest {
    private RemoteRelayContainer relay;
    private MoqtBed bed;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        try (var engine = Engine.connect()) {
            Scripted.buildImage(engine);
        }
        relay = new RemoteRelayContainer(MoqtBed.AIOMOQT);
        bed = new MoqtBed(folder, 1);
    }

    @AfterAll
    void close() throws IOException {
        bed.close();
        relay.close();
    }

    private Route remote(String transport, String url) {
        var remote = new RemoteEndpoint(url, transport, "active", Optional.empty(), true, "");
        return new Route(
                "remote-" + transport,
                Optional.of(transport),
                Optional.of(ProtocolVersion.of("draft-18")),
                Optional.empty(),
                Optional.of(remote));
    }

    private Recording run(Implementation client, Route route) {
        var relay = MoqtBed.aiomoqt();
        return bed.testbed()
                .run(bed.lane(), bed.job(new MoqtProtocol(), client, relay, route, "setup-only", bytes -> {}));
    }

    @Test
    void aRemoteCellIsTheClientAlone() throws IOException {
        var url = "moqt://" + relay.authority();

        var cell = run(MoqtBed.aiomoqt(), remote("quic", url));

        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.requests()).containsExactly(url);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT))).contains("ok 1 - setup-only");
        assertThat(cell.containers())
                .containsOnlyKeys(ContainerRole.CLIENT, ContainerRole.SIM)
                .allSatisfy((role, it) -> {
                    assertThat(it.image()).isPresent();
                    assertThat(it.end()).isPresent();
                });
        assertThat(cell.route().url()).contains(url);
        assertThat(cell.clientTrace()).hasFileName("trace_node_left.pcap");
        assertThat(Files.size(cell.clientTrace())).isGreaterThan(2_000);
    }

    @Test
    void onlyARemoteCellHasAWayOut() throws IOException {
        try (var outside = new ServerSocket(0, 5, InetAddress.getByName(relay.host()))) {
            var client = scripted("perl -MSocket -e '$SIG{ALRM} = sub { print \"shut\\n\"; exit }; alarm 2;"
                    + "socket(my $s, PF_INET, SOCK_STREAM, 0);"
                    + "print connect($s, sockaddr_in(%d, inet_aton(\"%s\"))) ? \"open\\n\" : \"shut\\n\"'"
                            .formatted(outside.getLocalPort(), relay.host()));

            var remote = run(client, remote("quic", "moqt://" + relay.authority()));
            var inside = run(client, MoqtBed.route("quic", "draft-18"));

            assertThat(remote.stdout(ContainerRole.CLIENT)).hasContent("open\n");
            assertThat(inside.fault()).isEmpty();
            assertThat(inside.stdout(ContainerRole.CLIENT)).hasContent("shut\n");
        }
    }

    private static Implementation scripted(String script) {
        var endpoint = MoqtBed.endpoint(Scripted.IMAGE, Map.of("SCRIPT", script));
        return MoqtBed.implementation("scripted", endpoint, endpoint);
    }
}
