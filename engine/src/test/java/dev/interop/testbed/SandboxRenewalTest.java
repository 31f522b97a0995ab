package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.BridgeName;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint with NET_ADMIN leaves in its namespace does not reach the next cell of the lane. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SandboxRenewalTest {
    /** Changes settings of a device by netlink, since /proc/sys cannot be written: RTM_SETLINK of rtnetlink(7). */
    private static final String BY_NETLINK = """
            perl -MSocket -e '
                sub of { my ($t, $d) = @_; my $l = 4 + length $d; return pack("SS", $l, $t) . $d . "\\0" x (-$l & 3) }
                my ($i) = `ip -o link show eth0` =~ /^(\\d+)/;
                my $conf = join "", map { of($$_[0], pack "L", $$_[1]) } [18, 2], [19, 8], [3, 1], [8, 1], [1, 1];
                my $body = pack("CCSlLL", 0, 0, 0, $i, 0, 0) . of(26 | 0x8000, of(2 | 0x8000, of(1 | 0x8000, $conf)));
                socket(my $s, 16, SOCK_RAW, 0) or die;
                send $s, pack("LSSLL", 16 + length $body, 19, 5, 1, 0) . $body, 0, pack("SSLL", 16, 0, 0, 0) or die;
                recv $s, my $answer, 4096, 0'""";

    /** The state of a device that /proc/sys shows. */
    private static final String DEVICE_SETTINGS =
            "cd /proc/sys/net; grep -rs . ipv4/conf ipv6/conf ipv4/neigh ipv6/neigh | grep -v 'stable_secret\\|mtu'";

    /** A kind of state: how to change it, and how to look at it. */
    private record Kind(String name, String change, String look) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "neighbour parameters",
                    "for n in arp_cache ndisc_cache; do for p in mcast_probes ucast_probes queue; do"
                            + " ip ntable change name $n dev eth0 $p 0; done; done",
                    "ip ntable show dev eth0 | grep -v 'reachable'"),
            new Kind("settings of devices", BY_NETLINK, DEVICE_SETTINGS),
            new Kind(
                    "default of policies",
                    "ip xfrm policy setdefault in block fwd block out block",
                    "ip xfrm policy getdefault"),
            new Kind(
                    "policies and associations",
                    "ip xfrm policy add dir out src 10.9.0.0/16 dst 10.8.0.0/16; ip xfrm state add src 10.9.0.1 dst"
                            + " 10.8.0.1 proto esp spi 7 enc 'cipher_null' ''",
                    "ip xfrm policy; ip xfrm state"),
            new Kind("address labels", "ip addrlabel add prefix fd00::/16 label 77", "ip addrlabel"),
            new Kind("next hops", "ip nexthop add id 5 blackhole", "ip nexthop"),
            new Kind("limits of MPTCP", "ip mptcp limits set subflow 3 add_addr_accepted 3", "ip mptcp limits"),
            new Kind("endpoints of MPTCP", "ip mptcp endpoint add 10.1.1.9 id 9 subflow", "ip mptcp endpoint"),
            new Kind("ports of tunnels in UDP", "ip fou add port 5555 ipproto 4", "ip fou show"),
            new Kind(
                    "L2TP tunnels",
                    "ip l2tp add tunnel remote 10.1.1.2 local 10.1.1.9 tunnel_id 3 peer_tunnel_id 4 encap ip",
                    "ip l2tp show tunnel"),
            new Kind("segment routing", "ip sr tunsrc set fd00::7", "ip sr tunsrc show"),
            new Kind("rules", "ip rule add pref 5 blackhole; ip -6 rule add pref 5 blackhole", "ip rule; ip -6 rule"),
            new Kind("routes", "ip route add table 99 10.0.0.0/8 dev eth0", "ip route show table all"),
            new Kind("metrics of TCP", "ip tcp_metrics flush; true", "ip tcp_metrics"),
            new Kind(
                    "neighbours",
                    "ip neigh add 10.1.1.5 lladdr 02:00:00:00:00:01 dev eth0",
                    "ip neigh show nud permanent"),
            new Kind("queueing", "tc qdisc add dev eth0 root tbf rate 8kbit burst 1600 limit 3000", "tc qdisc show"),
            new Kind("actions", "tc actions add action gact drop index 9", "tc actions list action gact"),
            new Kind("offloading", "ethtool -K eth0 tx on gro off", "ethtool -k eth0"),
            new Kind("alias and group", "ip link set eth0 alias mine group 9 txqueuelen 7", "ip -d link show eth0"),
            new Kind("addresses", "ip address add 10.1.1.9/24 dev eth0", "ip -o address show dev eth0 scope global"),
            new Kind("multicast", "ip maddress add 33:33:00:00:00:77 dev eth0", "ip maddress show dev eth0"),
            new Kind("devices", "ip link add left type dummy", "ip -o link show type dummy; ip -o link | wc -l"));

    /** Kinds that not every kernel has. */
    private static final Set<String> OPTIONAL = Set.of(
            "ports of tunnels in UDP",
            "L2TP tunnels",
            "segment routing",
            "metrics of TCP",
            "queueing",
            "actions",
            "endpoints of MPTCP",
            "limits of MPTCP",
            "policies and associations",
            "default of policies",
            "devices");

    private OpenTestbed open;

    @BeforeAll
    void open(@TempDir Path folder) {
        open = new OpenTestbed(folder, it -> it);
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void noKindOfStateReachesTheNextCell() throws IOException {
        var look = KINDS.stream()
                .map(it -> "echo '== " + it.name() + "'; (" + it.look() + ") 2>&1; ")
                .collect(Collectors.joining());
        var mess = KINDS.stream()
                .map(it -> "(" + it.change() + ") >/dev/null 2>&1; ")
                .collect(Collectors.joining());
        var before = seen(look);
        var messy = seen(mess + look);
        var after = seen(look);

        var changed = KINDS.stream()
                .map(Kind::name)
                .filter(it -> !messy.get(it).equals(before.get(it)))
                .collect(Collectors.toSet());
        assertThat(KINDS).extracting(Kind::name).allMatch(it -> changed.contains(it) || OPTIONAL.contains(it));
        for (var kind : KINDS) {
            assertThat(after.get(kind.name())).as(kind.name()).isEqualTo(before.get(kind.name()));
        }
        // Renewed, not replaced.
        assertThat(open.said()).noneMatch(it -> it.contains("made again"));
        System.out.println(
                "Kinds of state that were changed: " + changed.stream().sorted().toList());
    }

    /** Linux before 5.18 has no ports that are locked to an address. */
    @Test
    void noFrameLeavesWithTheHardwareAddressOfAnother() throws IOException {
        var name = "interop-" + open.session() + "-" + open.lane().number() + "-left";
        var known = Path.of("/sys/class/net", BridgeName.ofLane(name), "brforward");
        assumeThat(known).as("the engine's machine").exists();

        var cell = open.run("""
                perl -e 'socket(my $s, 17, 3, 768) or die; my ($i, $own) = `ip -o link show eth0` =~ /^(\\d+).*ether (\\S+)/;
                    sub frame { my ($mac) = @_; $mac =~ s/://g;
                        send $s, ("\\xff" x 6) . pack("H12n", $mac, 0x88b5) . "x" x 60, 0,
                            pack("SnlSCC", 17, 0, $i, 0, 0, 6) . ("\\xff" x 6) . "\\0\\0" or die }
                    frame("0200decafbad"); frame($own); print $own'
                """, Scripted.STAY);

        var own = Files.readString(cell.stdout(ContainerRole.CLIENT)).replace(":", "");
        assertThat(own).hasSize(12);
        assertThat(HexFormat.of().formatHex(read(known))).contains(own).doesNotContain("0200decafbad");
    }

    /** The kernel gives whole entries only, and Java would begin with one byte. */
    private static byte[] read(Path known) throws IOException {
        var entries = new byte[1 << 16];
        try (var file = new FileInputStream(known.toFile())) {
            return Arrays.copyOf(entries, Math.max(0, file.read(entries)));
        }
    }

    private Map<String, String> seen(String script) throws IOException {
        var cell = open.run(script, Scripted.STAY);
        assertThat(cell.fault()).isEmpty();
        var sections = new LinkedHashMap<String, String>();
        var text = Files.readString(cell.stdout(ContainerRole.CLIENT));
        for (var section : Pattern.compile("(?m)^== ").split(text)) {
            var name = section.lines().findFirst().orElse("");
            // The peer of the device has another number each time.
            sections.put(name, section.replaceAll("@if\\d+|link-netnsid \\d+", ""));
        }
        return sections;
    }
}
