package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
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
    /** A script that sends a packet of a reserved version, which every QUIC server answers, to HOST:PORT. */
    private static final String ASK = """
            perl -MSocket -e '
                my ($host, $port) = split ":", "%s";
                socket(my $s, PF_INET, SOCK_DGRAM, 0);
                setsockopt($s, SOL_SOCKET, SO_RCVTIMEO, pack("qq", 0, 500_000));
                my $probe = "\\xc0\\x1a\\x1a\\x1a\\x1a\\x08" . "\\0" x 8 . "\\x08" . "\\0" x 1185;
                for (1 .. 20) {
                    send($s, $probe, 0, sockaddr_in($port, inet_aton($host))) or last;
                    if (defined recv($s, my $answer, 2000, 0)) { print "answered\\n"; exit }
                }
                print "silent\\n"'
            """;

    private static final String TELL = """
            perl -MSocket -e 'socket(my $s, PF_INET, SOCK_DGRAM, 0);
                send($s, "told", 0, sockaddr_in(%d, inet_aton("%s")))'
            """;

    private static final String CONNECT = """
            perl -MSocket -e '$SIG{ALRM} = sub { print "shut\\n"; exit }; alarm 2;
                socket(my $s, PF_INET, SOCK_STREAM, 0);
                print connect($s, sockaddr_in(%d, inet_aton("%s"))) ? "open\\n" : "shut\\n"'
            """;

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
    void theWayOutOfARemoteCellLeadsToItsRelayOnly() throws IOException {
        try (var outside = new ServerSocket(0, 5, InetAddress.getByName(relay.host()));
                var other = new DatagramSocket(0, InetAddress.getByName(relay.host()))) {
            var client = scripted(ASK.formatted(relay.authority())
                    + TELL.formatted(other.getLocalPort(), relay.host())
                    + CONNECT.formatted(outside.getLocalPort(), relay.host())
                    + "getent hosts www.debian.org && echo resolved; true");

            var remote = run(client, remote("quic", "moqt://" + relay.authority()));
            var inside = run(client, MoqtBed.route("quic", "draft-18"));

            assertThat(remote.stdout(ContainerRole.CLIENT)).hasContent("answered\nshut");
            assertThat(inside.fault()).isEmpty();
            assertThat(inside.stdout(ContainerRole.CLIENT)).hasContent("silent\nshut");
            other.setSoTimeout(100);
            assertThatThrownBy(() -> other.receive(new DatagramPacket(new byte[9], 9)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Implementation scripted(String script) {
        var endpoint = MoqtBed.endpoint(Scripted.IMAGE, Map.of("SCRIPT", script));
        return MoqtBed.implementation("scripted", endpoint, endpoint);
    }
}
