package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.NetworkSpec;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.LaneNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LaneTest {
    /** A script that tries to connect to each address and to resolve a name, and prints what worked. */
    static final String REACH = """
            for address in %s; do
                if perl -MSocket=:DEFAULT,getaddrinfo,SOCK_STREAM -e '
                    my ($e, $a) = getaddrinfo($ARGV[0], $ARGV[1], {socktype => SOCK_STREAM});
                    exit 1 if $e || !$a;
                    $SIG{ALRM} = sub { exit 1 }; alarm 1;
                    socket(my $s, $a->{family}, SOCK_STREAM, 0) or exit 1;
                    exit(connect($s, $a->{addr}) ? 0 : 1)' "$address" %d
                then echo "reached $address"; fi
            done
            getent hosts www.debian.org && echo resolved
            """;

    /** A script that sets an attribute of a folder and lists its attributes. */
    private static final String MARK = "perl -MPOSIX -e 'my ($at, $name, $value) = qw(/logs user.mark 1);"
            + " syscall((uname)[4] eq \"x86_64\" ? 188 : 5, $at, $name, $value, 1, 0)'; ";

    private static final String ATTRIBUTES = "perl -MPOSIX -e 'my ($at, $names) = (\"/logs\", \"\\0\" x 999);"
            + " syscall((uname)[4] eq \"x86_64\" ? 194 : 11, $at, $names, 999); print \"$names\\n\" =~ y/\\0//dr'";

    /** By their numbers in linux/capability.h. */
    private static final List<String> CAPABILITIES = List.of(
            "CHOWN",
            "DAC_OVERRIDE",
            "DAC_READ_SEARCH",
            "FOWNER",
            "FSETID",
            "KILL",
            "SETGID",
            "SETUID",
            "SETPCAP",
            "LINUX_IMMUTABLE",
            "NET_BIND_SERVICE",
            "NET_BROADCAST",
            "NET_ADMIN",
            "NET_RAW");

    private Path folder;
    private OpenTestbed open;

    @BeforeAll
    void open(@TempDir Path folder) {
        this.folder = folder;
        open = new OpenTestbed(folder, it -> it.withLanes(2));
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void nothingLeadsOutOfALane() throws IOException {
        try (var everywhere = new ServerSocket(0)) {
            var reach = REACH.formatted(String.join(" ", addressesOutside(open.lane())), everywhere.getLocalPort());

            var cell = open.run(reach + "/setup.sh; echo again; " + reach, reach + Scripted.STAY);

            assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                    .contains("again")
                    .doesNotContain("reached", "resolved");
            assertThat(Files.readString(cell.stdout(ContainerRole.SERVER))).doesNotContain("reached", "resolved");
        }
    }

    @Test
    void noPacketGetsToTheServerButThroughTheSimulator() throws IOException {
        var server = LaneNetworks.subnet4(100 + open.lane().number()) + ".100";
        var server6 = LaneNetworks.subnet6(100 + open.lane().number()) + "100";
        var reach = REACH.formatted(server + " " + server6, 1234);
        var listen = "perl -MSocket -e 'socket(my $s, PF_INET6, SOCK_STREAM, 0);"
                + "bind($s, sockaddr_in6(1234, Socket::IN6ADDR_ANY)) or die; listen($s, 5); sleep 60'";

        // The scripted simulator forwards nothing, so any packet that arrives went past it.
        var cell = open.run("sleep 1; /setup.sh; " + reach, "/setup.sh; exec " + listen);

        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                .contains("Endpoint's addresses")
                .doesNotContain("reached");
    }

    @Test
    void changesOfTheNetworkByAnEndpointAreUndoneForTheNextOne() throws IOException {
        var look =
                "ip -4 route; ip -6 route | grep -v fe80; ip rule; ip link | grep -o '^[0-9]*: [^:]*'; ip -4 address;"
                        + " ethtool -k eth0 | grep tx-checksumming; ip neigh show nud permanent; ";
        var mess = "ip route add 10.0.0.0/8 dev eth0; ip route del default; ip rule add pref 5 blackhole;"
                + " ip address add 10.1.1.1/24 dev eth0; ip link set eth0 mtu 1280;"
                + " ip neigh add " + LaneNetworks.subnet4(open.lane().number())
                + ".2 lladdr 02:00:00:00:00:01 dev eth0 nud permanent; ethtool -K eth0 tx on; ";
        // A new namespace has other interface numbers.
        var numbers = "(?m)^\\d+: |@if\\d+";
        var before = open.run(look, Scripted.STAY);
        var messy = open.run(mess + look, Scripted.STAY);
        var light = open.run("/setup.sh; ip route add 10.0.0.0/8 dev eth0", Scripted.STAY);

        var after = open.run(look, Scripted.STAY);

        var clean = Files.readString(before.stdout(ContainerRole.CLIENT)).replaceAll(numbers, "");
        assertThat(Files.readString(messy.stdout(ContainerRole.CLIENT)))
                .contains("mtu 1280", "10.1.1.1", "5:\tfrom all blackhole");
        assertThat(light.fault()).isEmpty();
        assertThat(Files.readString(after.stdout(ContainerRole.CLIENT)).replaceAll(numbers, ""))
                .isEqualTo(clean);
    }

    @Test
    void filesOfAnEndpointAreRemovedForTheNextOne() throws IOException {
        var look = "ls -AR /logs /certs /downloads; stat -c '%A %u %g' /logs /certs /downloads; " + ATTRIBUTES;
        var mess = "mkdir -p /logs/a/b /downloads/c; echo left >/logs/a/b/file; ln -s /etc/passwd /downloads/c/link;"
                + " mkfifo /logs/pipe; chmod -R 0 /logs/a; ";
        var before = open.run(look, Scripted.STAY);
        var messy = open.run(mess + look, Scripted.STAY);
        var after = open.run(look, Scripted.STAY);
        var marked = open.run("chown 12:34 /logs; chmod 111 /downloads; " + MARK + look, Scripted.STAY);
        var last = open.run(look, Scripted.STAY);

        var clean = Files.readString(before.stdout(ContainerRole.CLIENT));
        assertThat(clean).contains("/downloads:\n\n").doesNotContain("mark");
        assertThat(Files.readString(messy.stdout(ContainerRole.CLIENT))).contains("link", "pipe");
        assertThat(messy.folder().resolve("client/a/b/file")).hasContent("left");
        assertThat(after.stdout(ContainerRole.CLIENT)).hasContent(clean);
        assertThat(Files.readString(marked.stdout(ContainerRole.CLIENT))).contains("12 34", "d--x--x--x", "user.mark");
        assertThat(last.stdout(ContainerRole.CLIENT)).hasContent(clean);
    }

    @Test
    void certificatesAndServedFilesCanBeReadOnly() throws IOException {
        var write =
                "export LC_ALL=C; for folder in /certs /www /logs /downloads; do touch $folder/x 2>&1; done; echo x >/certs/ca.pem;"
                        + " chmod 777 /certs; mount -o remount,rw /certs; umount /certs; mv /certs/priv.key /tmp;"
                        + " rm -rf /www/*; ls -A /certs /www /logs /downloads; stat -c %A /certs; head -n 1 /certs/ca.pem; ";

        // Each endpoint writes in a cell of its own, because the first end of an endpoint ends the cell.
        var client = open.run(write, Scripted.STAY, TestFile.ofSize(10));
        var server = open.run(Scripted.STAY, write, TestFile.ofSize(10));

        for (var part : Map.of(ContainerRole.CLIENT, client, ContainerRole.SERVER, server)
                .entrySet()) {
            assertThat(Files.readString(part.getValue().stdout(part.getKey())).lines())
                    .as(part.getKey().label())
                    .contains(
                            "touch: cannot touch '/certs/x': Read-only file system",
                            "touch: cannot touch '/www/x': Read-only file system",
                            "drwxr-xr-x",
                            "-----BEGIN CERTIFICATE-----")
                    .containsSubsequence(
                            "/certs:", "ca.pem", "cert.pem", "priv.key", "/downloads:", "x", "/logs:", "x");
        }
        assertThat(Files.readString(server.stdout(ContainerRole.SERVER)))
                .contains("\n" + server.served().get(0).path() + "\n");
    }

    @Test
    void withoutASandboxImageEachCellHasNamespacesOfItsOwn() throws IOException {
        try (var other =
                new OpenTestbed(folder.resolve("own"), it -> it.withSandboxImage("localhost/interop-test/none:1"))) {
            var cell = other.run("hostname; grep sim /etc/hosts", Scripted.STAY);

            assertThat(cell.fault()).isEmpty();
            assertThat(cell.stdout(ContainerRole.CLIENT))
                    .hasContent("client\n" + LaneNetworks.subnet4(other.lane().number()) + ".2\tsim\n");
        }
    }

    @Test
    void endpointsHaveTheCapabilitiesOfTheContractAndNoOther() throws IOException {
        var contract = Files.readString(Path.of("../docs/contract.md"));
        var named = Pattern.compile("`([A-Z_]+)`")
                .matcher(contract.substring(contract.indexOf("1.3 "), contract.indexOf("## 2 ")))
                .results()
                .mapToLong(it -> 1L << CAPABILITIES.indexOf(it.group(1)))
                .sum();

        var cell = open.run("grep -E 'CapBnd|CapEff|NoNewPrivs' /proc/self/status", Scripted.STAY);

        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)).replaceAll("\\s+", " "))
                .isEqualTo("CapEff: %016x CapBnd: %016x NoNewPrivs: 1 ".formatted(named, named));
    }

    @Test
    void theLanesAreClosedAgainWhenTheirGuardEndsDuringACell() throws IOException {
        try (var other = new OpenTestbed(folder.resolve("guard"), it -> it);
                var engine = Engine.connect();
                var everywhere = new ServerSocket(0)) {
            var gateway = LaneNetworks.subnet6(other.lane().number()) + "1";
            var reach = "sleep 5; " + REACH.formatted(gateway, everywhere.getLocalPort()) + "echo tried";
            var removal = CompletableFuture.runAsync(
                    () -> engine.containers(Owner.REMOVED_LAST).stream()
                            .filter(it -> it.labels().get(Owner.SESSION).equals(other.session()))
                            .forEach(it -> engine.removeContainer(it.id())),
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

            var cell = other.run(reach, Scripted.STAY);

            assertThat(removal).isCompleted();
            assertThat(cell.stdout(ContainerRole.CLIENT)).hasContent("tried");
            assertThat(other.said()).contains("the guard of the lanes has ended; it is made again");
        }
    }

    /** Where bridge-nf-call-iptables is 0, the machine does not look at them anyway. */
    @Test
    void packetsOfALaneAreNotInTheMachinesTableOfConnections() throws IOException {
        var table = Path.of("/proc/sys/net/netfilter/nf_conntrack_count");
        assumeThat(table).exists();
        var before = Long.parseLong(Files.readString(table).strip());

        var cell = open.run("""
                net=$(ip -o -4 address show eth0 | awk '{print $4}' | cut -d. -f1-3)
                perl -MSocket -e 'for my $port (10000 .. 15000) { socket(my $s, PF_INET, SOCK_DGRAM, 0);
                    bind $s, sockaddr_in($port, INADDR_ANY) or die;
                    send $s, "x", 0, sockaddr_in(9, inet_aton("$ARGV[0].2")) or die }' "$net" && echo sent
                """, Scripted.STAY);

        assertThat(cell.stdout(ContainerRole.CLIENT)).hasContent("sent");
        assertThat(Long.parseLong(Files.readString(table).strip()) - before).isLessThan(2000);
    }

    @Test
    void lanesDoNotSeeEachOther() {
        var lanes = open.testbed().lanes();
        var other = LaneNetworks.subnet4(100 + lanes.get(1).number()) + ".100";
        var test = Scripted.test(Optional.of(Scripted.READY), OpenTestbed.SECONDS_20);
        var listening = Scripted.endpoint("/setup.sh; exec perl -MSocket -e 'socket(my $s, PF_INET, SOCK_STREAM, 0);"
                + "bind($s, sockaddr_in(1234, INADDR_ANY)) or die; listen($s, 5); sleep 60'");
        var reaching = Scripted.endpoint("/setup.sh; sleep 3; " + REACH.formatted(other, 1234));
        var sleeping = Scripted.endpoint("sleep 8");

        var cells = Stream.of(open.job(reaching, sleeping, test), open.job(sleeping, listening, test))
                .collect(Collectors.toList());
        var results = Collections.synchronizedList(new ArrayList<Recording>());
        Concurrently.all(
                it -> new Thread(it).start(),
                List.of(0, 1),
                index -> results.add(open.testbed().run(lanes.get(index), cells.get(index))));

        assertThat(results).hasSize(2).allSatisfy(it -> {
            assertThat(it.fault()).isEmpty();
            assertThat(Files.readString(it.stdout(ContainerRole.CLIENT))).doesNotContain("reached");
        });
    }

    @Test
    void aSubnetInUseIsSkippedAndReported() {
        try (var engine = Engine.connect()) {
            var session = OpenTestbed.newSession();
            var builder = new LaneBuilder(engine, Owner.current(session), open.said()::add);
            try {
                var free = builder.next().number();
                new Removal(engine).session(session);
                engine.createNetwork(new NetworkSpec(
                        session + "-in-the-way",
                        LaneNetworks.subnet4(100 + free),
                        LaneNetworks.subnet6(100 + free),
                        Owner.current(session).labels()));

                var lane = new LaneBuilder(engine, Owner.current(session), open.said()::add).next();

                assertThat(lane.number()).isGreaterThan(free);
                assertThat(open.said())
                        .contains("subnet 193.167." + (100 + free) + ".0/24 is used by network '" + session
                                + "-in-the-way': trying the next lane");
                assertThat(engine.networks())
                        .noneMatch(it -> it.name().equals("interop-" + session + "-" + free + "-left"));
            } finally {
                new Removal(engine).session(session);
            }
        }
    }

    @Test
    void twoRunsAtOnceHaveLanesOfTheirOwn() {
        try (var other = new OpenTestbed(folder.resolve("other"), it -> it)) {
            assertThat(other.lane().number())
                    .isNotIn(open.testbed().lanes().stream().map(Lane::number).toList());

            assertThat(other.run("exit 0", Scripted.STAY).fault()).isEmpty();
            assertThat(open.run("exit 0", Scripted.STAY).fault()).isEmpty();
        }
    }

    @Test
    void theSimulatorsFirstInterfaceIsTheClientsSide() throws IOException {
        var test = Scripted.test(
                Optional.of("ip -o -4 address; cat /proc/sys/net/ipv4/ip_forward; " + Scripted.READY),
                OpenTestbed.SECONDS_20);

        var cell = open.run(Scripted.endpoint("sleep 2"), Scripted.endpoint(Scripted.STAY), test);

        var number = open.lane().number();
        assertThat(Files.readString(cell.stdout(ContainerRole.SIM)))
                .contains(
                        "eth0    inet 193.167." + number + ".2/24",
                        "eth1    inet 193.167." + (100 + number) + ".2/24",
                        "\n0\n");
    }

    /** All addresses of this machine, and those of the lane's bridges, which a neighbour could answer for. */
    static List<String> addressesOutside(Lane lane) throws IOException {
        var machine = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                .map(LaneTest::text);
        var gateways = Stream.of(
                LaneNetworks.subnet4(lane.number()) + ".1",
                LaneNetworks.subnet6(lane.number()) + "1",
                LaneNetworks.subnet6(100 + lane.number()) + "1",
                "fe80::1%eth0");
        return Stream.concat(machine, gateways).distinct().toList();
    }

    /** The address without its interface. */
    private static String text(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
