package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RunMode;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneNetworks;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faulty relays and clients in cells without a simulator. */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("lanes of MoqtNetworkTest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MoqtNetworkTest {
    /** A script that answers every packet with the first bytes of a QUIC Version Negotiation packet and its name. */
    private static final String ANSWERING = """
            perl -MSocket -e '
                socket(my $s, PF_INET, SOCK_DGRAM, 0);
                bind($s, sockaddr_in($ENV{MOQT_PORT}, INADDR_ANY)) or die;
                send($s, "\\x80\\0\\0\\0\\0$ENV{NAME}", 0, $_) while ($_ = recv($s, my $b, 2000, 0))' &
            wait""";

    /** A script that closes its port and then answers once like that from a raw socket, as the last answer of a server. */
    private static final String LEAVING = """
            exec perl -MSocket=:DEFAULT,IPPROTO_UDP -e '
                socket(my $s, PF_INET, SOCK_DGRAM, 0);
                bind($s, sockaddr_in($ENV{MOQT_PORT}, INADDR_ANY)) or die;
                my ($port, $address) = sockaddr_in(recv($s, my $b, 2000, 0));
                close($s);
                socket(my $raw, PF_INET, SOCK_RAW, IPPROTO_UDP) or die;
                send($raw, pack("n4", $ENV{MOQT_PORT}, $port, 15, 0) . "\\x80" . "\\0" x 6, 0, sockaddr_in(0, $address));
                sleep 60'""";

    /** A script that requests a name from these addresses and prints the answer, or that there is none. */
    private static final String ASK = """
            for address in %s; do
                perl -MSocket -e '
                    socket(my $s, PF_INET, SOCK_DGRAM, 0);
                    $SIG{ALRM} = sub { print "$ARGV[0]: nobody\\n"; exit }; alarm 1;
                    send($s, "who", 0, sockaddr_in(4443, inet_aton($ARGV[0]) || exit));
                    recv($s, my $name, 100, 0); print "$ARGV[0]: ", substr($name, 5), "\\n"' $address
            done
            """;

    private MoqtBed bed;

    @BeforeAll
    void open(@TempDir Path folder) {
        try (var engine = Engine.connect()) {
            Scripted.buildImage(engine);
        }
        bed = new MoqtBed(folder, 2);
    }

    @AfterAll
    void close() {
        bed.close();
    }

    private static Implementation scripted(String script, String name) {
        Endpoint endpoint = MoqtBed.endpoint(Scripted.IMAGE, Map.of("SCRIPT", script, "NAME", name));
        return MoqtBed.implementation(name, endpoint, endpoint);
    }

    private Recording run(String client, String relay) {
        return run(bed.lane(), scripted(client, "client"), scripted(relay, "relay"));
    }

    private Recording run(Lane lane, Implementation client, Implementation relay) {
        return run(lane, new MoqtProtocol(), client, relay);
    }

    private Recording runAcross(String scenario, String client, String relay) {
        var protocol = new MoqtProtocol().as(new RunMode(Optional.of(scenario).filter(it -> !it.isEmpty()), Map.of()));
        return run(bed.lane(), protocol, scripted(client, "client"), scripted(relay, "relay"));
    }

    private Recording run(Lane lane, Protocol protocol, Implementation client, Implementation relay) {
        var route = MoqtBed.route("quic", "draft-18");
        return bed.testbed().run(lane, bed.job(protocol, client, relay, route, "setup-only", bytes -> {}));
    }

    private static String said(Recording cell, ContainerRole role) throws IOException {
        return Files.readString(cell.stdout(role)) + Files.readString(cell.stderr(role));
    }

    @Test
    void endpointsGetTheVariablesAndFilesOfTheContract() throws IOException {
        var look = "env | grep -v SCRIPT | sort; ls /certs /mlog /logs; echo trace > /mlog/$NAME.txt; ";

        var cell = run(look, look + ANSWERING);

        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                .contains("RELAY_URL=moqt://relay:4443\n")
                .contains("TESTCASE=setup-only\n", "TLS_DISABLE_VERIFY=1\n", "VERBOSE=1\n", "DRAFT=draft-18\n")
                .contains("SSLKEYLOGFILE=/logs/keys.log\n", "QLOGDIR=/logs/qlog/\n")
                .contains("/certs:\ncert.pem\n\n")
                .doesNotContain("MOQT_ROLE", "ROLE=");
        assertThat(Files.readString(cell.stdout(ContainerRole.SERVER)))
                .contains("MOQT_ROLE=relay\n", "MOQT_PORT=4443\n", "DRAFT=draft-18\n")
                .contains("/certs:\nca.pem\ncert.pem\npriv.key\n")
                .doesNotContain("RELAY_URL", "TESTCASE");
        assertThat(cell.folder().resolve("client/mlog/client.txt")).hasContent("trace");
        assertThat(cell.folder().resolve("server/mlog/relay.txt")).hasContent("trace");
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
    }

    @Test
    void aRelayThatBindsItsPortAndNeverAnswersIsNotReady() throws IOException {
        var silent = "exec perl -MSocket -e 'socket(my $s, PF_INET, SOCK_DGRAM, 0);"
                + "bind($s, sockaddr_in(4443, INADDR_ANY)) or die; sleep 60'";

        var cell = run("echo started", silent);

        assertThat(cell.end()).isEqualTo(CellEnd.SIM);
        assertThat(said(cell, ContainerRole.SIM))
                .contains("relay:4443 did not answer within 25 s; UDP port 4443 is bound");
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(ContainerEnd.How.NOT_STARTED);
    }

    @Test
    void anAnswerThatIsNotQuicDoesNotMakeTheRelayReady() throws IOException {
        var cell = run("echo started", ANSWERING.replace("x80", "x40"));

        assertThat(cell.end()).isEqualTo(CellEnd.SIM);
        assertThat(said(cell, ContainerRole.SIM))
                .contains("relay:4443 did not answer within 25 s: what came is no Version Negotiation packet of QUIC")
                .contains("UDP port 4443 is bound");
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(ContainerEnd.How.NOT_STARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "simple-p2p --delay=5ms --bandwidth=10Mbps --queue=25"})
    void aRelayThatAnswersAndLeavesItsPortIsNotReady(String scenario) {
        var left = runAcross(scenario, "echo started", LEAVING);

        assertThat(left.fault())
                .contains(new Fault(
                        Fault.Code.SERVER_UNBOUND,
                        "relay:4443 answered, but no socket is bound to UDP port 4443 of relay"));
        assertThat(left.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(ContainerEnd.How.NOT_STARTED);

        var stayed = runAcross(scenario, "echo started", ANSWERING);

        assertThat(stayed.fault()).isEmpty();
        assertThat(stayed.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
    }

    @Test
    void aRelayThatSaysListeningAndExitsEndsTheCellBeforeTheClientStarts() throws IOException {
        var cell = run("echo started", "echo listening on 4443; exit 3");

        assertThat(cell.end()).isEqualTo(CellEnd.SERVER);
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().exitedWith(3))
                .isTrue();
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(ContainerEnd.How.NOT_STARTED);
        assertThat(Files.readString(cell.stdout(ContainerRole.SERVER))).contains("listening");
    }

    @Test
    void aRelayThatIgnoresSigtermIsKilledAfterItsGrace() {
        var cell = run("exit 0", "trap '' TERM; " + ANSWERING);

        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(ContainerRole.SERVER))
                .contains(new ContainerEnd(ContainerEnd.How.STOPPED, java.util.OptionalInt.of(137), ""));
    }

    @Test
    void theFirstProcessReapsAndPassesSignalsOn() throws IOException {
        var cell = run("ps -o comm= -p 1 2>/dev/null || cat /proc/1/comm", ANSWERING);

        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT))).contains("init");
    }

    @Test
    void aClientThatGoesOnIsStoppedAfterTheLimitAndItsGrace() {
        var cell = run("exec sleep 60", ANSWERING);

        assertThat(cell.end()).isEqualTo(CellEnd.TIME_LIMIT);
    }

    @Test
    void twoCellsAtOnceNeverReachEachOthersRelay() throws IOException {
        var lanes = bed.testbed().lanes();
        var relays = lanes.stream()
                .map(it -> LaneNetworks.subnet4(LaneNetworks.SERVER_OFFSET + it.number()) + ".100")
                .toList();
        var results = Collections.synchronizedList(new ArrayList<Recording>());

        Concurrently.all(it -> new Thread(it).start(), List.of(0, 1), index -> {
            var client = scripted("sleep 2; " + ASK.formatted("relay " + relays.get(1 - index)), "client-" + index);
            // By then the relay of the other cell runs, too.
            results.add(run(lanes.get(index), client, scripted(ANSWERING, "relay-" + index)));
        });

        assertThat(results).hasSize(2);
        for (var cell : results) {
            var index = cell.cell().server().equals("relay-0") ? 0 : 1;
            assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                    .isEqualTo("relay: relay-%d\n%s: nobody\n".formatted(index, relays.get(1 - index)));
        }
    }

    @Test
    void nothingLeadsOutOfTheNetworkWhereTheyMeet() throws IOException {
        try (var everywhere = new ServerSocket(0)) {
            var reach = LaneTest.REACH.formatted(
                    String.join(" ", LaneTest.addressesOutside(bed.lane())), everywhere.getLocalPort());

            var cell = run(reach + "echo tried", ANSWERING);

            assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                    .contains("tried")
                    .doesNotContain("reached", "resolved");
        }
    }
}
