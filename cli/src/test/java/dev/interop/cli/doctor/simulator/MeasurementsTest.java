package dev.interop.cli.doctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judgement of traffic that simulators of known faults would let through. */
class MeasurementsTest {
    private static final String V4 = "::ffff:193.167.0.100";
    private static final String V6 = "fd00:cafe:cafe::100";

    /** 30 % of each family, three in a row. */
    private static final List<Integer> HIT = List.of(1, 2, 3, 10, 12, 15);

    private final List<String> server = new ArrayList<>();
    private final List<String> client = new ArrayList<>();

    private static String payload(int number) {
        return "%08x".formatted(number).repeat(15);
    }

    private void got(int number, double millis, int port, String address, String payload) {
        server.add("got 7 %.3f %d %s %s".formatted(millis, port, address, payload));
    }

    /** A flow of this many packets of alternating families, one each 0.5 ms, of which some do not arrive. */
    private void flow(int sent, IntPredicate arrives) {
        IntStream.rangeClosed(1, sent).filter(arrives).forEach(number -> {
            got(number, number * 0.5, 4001, number % 2 == 1 ? V4 : V6, payload(number));
            client.add("back " + payload(number));
        });
        client.add("sent " + sent);
    }

    private List<Diagnosis> judged(Measurement measurement) {
        return measurement.judge(Traffic.read(server.stream(), client.stream()));
    }

    private Stream<String> bad(Measurement measurement) {
        return judged(measurement).stream()
                .filter(it -> it.state() == Diagnosis.State.BAD)
                .map(Diagnosis::subject);
    }

    private void toServer(int family, double rtt, double gap, int burst) {
        var address = family == 4 ? V4 : V6;
        client.add("rtt %d %s".formatted(family, rtt));
        client.add("burst %d 2.0".formatted(family));
        for (var i = 0; i < 1000; i++) {
            server.add("got 9 %.3f 4001 %s %s".formatted(i * gap, address, payload(1)));
        }
        for (var i = 0; i < burst; i++) {
            server.add("got 9 %.3f 4001 %s %s".formatted(5000 + i * gap, address, payload(2)));
        }
    }

    private void toClient(int family, double gap, int burst) {
        server.add("burst %d 2.0".formatted(family));
        for (var i = 0; i < 1000; i++) {
            client.add("took %d 1 %.3f".formatted(family, i * gap));
        }
        for (var i = 0; i < burst; i++) {
            client.add("took %d 2 %.3f".formatted(family, 5000 + i * gap));
        }
    }

    private void linkAsAsked(int family) {
        toServer(family, 30.6, 0.96, 28);
        toClient(family, 0.96, 28);
    }

    @Test
    void aLinkAsAskedIsGood() {
        linkAsAsked(4);
        linkAsAsked(6);

        assertThat(bad(new LinkMeasurement())).isEmpty();
    }

    @Test
    void anotherDelayRateAndQueueAreSeen() {
        toServer(4, 50.2, 0.5, 60);
        toClient(4, 0.96, 28);
        linkAsAsked(6);

        assertThat(bad(new LinkMeasurement()))
                .containsExactly("round trip, IPv4", "throughput to server, IPv4", "queue to server, IPv4");
    }

    @Test
    void anotherRateAndQueueToTheClientAloneAreSeen() {
        toServer(4, 30.6, 0.96, 28);
        toClient(4, 1.92, 50);
        linkAsAsked(6);

        assertThat(bad(new LinkMeasurement())).containsExactly("throughput to client, IPv4", "queue to client, IPv4");
    }

    @Test
    void aBurstThatTookTheServerLongMayPassInPart() {
        linkAsAsked(4);
        toServer(6, 30.6, 0.96, 28);
        toClient(6, 0.96, 43);
        assertThat(bad(new LinkMeasurement())).containsExactly("queue to client, IPv6");

        server.add("burst 6 20.0");
        assertThat(bad(new LinkMeasurement())).isEmpty();
    }

    @Test
    void aLinkThatServesOnlyIpv4AsAskedIsSeen() {
        linkAsAsked(4);
        toServer(6, 50.2, 0.5, 60);
        toClient(6, 0.5, 60);

        assertThat(bad(new LinkMeasurement()))
                .containsExactly(
                        "round trip, IPv6",
                        "throughput to server, IPv6",
                        "queue to server, IPv6",
                        "throughput to client, IPv6",
                        "queue to client, IPv6");
    }

    @Test
    void aLinkThatCarriesNothingIsBad() {
        assertThat(bad(new LinkMeasurement())).hasSize(10);
    }

    @Test
    void aSimulatorThatDropsNothingIsSeen() {
        flow(2000, it -> true);

        assertThat(bad(new LossMeasurement()))
                .containsExactly(
                        "loss to server, IPv4",
                        "loss to server, IPv6",
                        "burst to server",
                        "loss to client",
                        "burst to client");
    }

    @Test
    void moreLossesInARowThanAskedAreSeen() {
        // 4 of 13 are 30.8 %.
        flow(2000, it -> it % 13 >= 4);

        assertThat(bad(new LossMeasurement())).contains("burst to server").doesNotContain("loss to server, IPv4");
    }

    private void corrupted(boolean altered, boolean delivered, int offset) {
        for (var number = 1; number <= 2000; number++) {
            var hit = altered && HIT.contains(number % 20);
            if (hit && !delivered) {
                continue;
            }
            var payload = new StringBuilder(payload(number));
            if (hit) {
                var other = payload.charAt(2 * offset) == 'f' ? "e" : "f";
                payload.replace(2 * offset, 2 * offset + 1, other);
            }
            got(number, number, 4001, number % 2 == 1 ? V4 : V6, payload.toString());
            // Of the replies, those to packets that arrived as they were are altered as often.
            var back = altered && HIT.contains((number + 3) % 20);
            client.add("back " + (back ? "0123" + payload.substring(4) : payload));
        }
        client.add("sent 2000");
        for (var i = 0; i < 100; i++) {
            server.add("got 9 5000.0 4001 " + V4 + " 8000000000" + "76".repeat(55));
        }
    }

    @Test
    void alteredPacketsThatAreDroppedAreSeen() {
        corrupted(true, false, 0);

        assertThat(bad(new CorruptionMeasurement())).contains("delivery, IPv4", "delivery, IPv6", "corruption, IPv4");
    }

    @Test
    void bytesBehindTheFirstFiftyAreSeen() {
        corrupted(true, true, 55);

        assertThat(bad(new CorruptionMeasurement())).containsExactly("altered bytes, IPv4", "altered bytes, IPv6");
    }

    @Test
    void corruptionAsAskedIsGood() {
        corrupted(true, true, 7);

        assertThat(bad(new CorruptionMeasurement())).isEmpty();
    }

    @Test
    void aSimulatorThatAltersNothingIsSeen() {
        corrupted(false, true, 0);

        assertThat(bad(new CorruptionMeasurement()))
                .contains("corruption, IPv4", "corruption, IPv6", "altered bytes, IPv4", "burst of corruption")
                .contains("corruption to client")
                .doesNotContain("delivery to client", "Version Negotiation");
    }

    @Test
    void alteredVersionNegotiationIsSeen() {
        corrupted(true, true, 7);
        server.replaceAll(it -> it.startsWith("got 9") ? it.replace(" 8000000000", " 8000000001") : it);

        assertThat(bad(new CorruptionMeasurement())).containsExactly("Version Negotiation");
    }

    @Test
    void aSimulatorThatAltersNothingToTheClientIsSeen() {
        corrupted(true, true, 7);
        client.clear();
        server.stream()
                .filter(it -> it.startsWith("got 7"))
                .forEach(it -> client.add("back " + it.substring(it.lastIndexOf(' ') + 1)));

        assertThat(bad(new CorruptionMeasurement())).containsExactly("corruption to client");
    }

    @Test
    void aListThatIsOffByOneIsSeen() {
        flow(60, it -> !List.of(1, 2, 6, 39, 40).contains(it));

        assertThat(judged(new DroplistMeasurement()).get(0))
                .isEqualTo(new Diagnosis(
                        "droplist to server",
                        Diagnosis.State.BAD,
                        "dropped 1,2,6,39,40 (asked: 2,3,7,40,41)",
                        "use another simulator image, or a machine that is less busy"));
    }

    @Test
    void aListAsAskedIsGood() {
        flow(60, it -> !List.of(2, 3, 7, 40, 41).contains(it));
        // Those that arrived first, 20th and 51st.
        List.of(1, 23, 56).forEach(it -> client.remove("back " + payload(it)));

        assertThat(bad(new DroplistMeasurement())).isEmpty();
    }

    /** Packets of both families every 5 ms, except in windows of this length after every second. */
    private void windows(int off) {
        for (var i = 0; i < 900; i++) {
            if (i * 5 % (1000 + off) < 1000) {
                got(2 * i + 1, i * 5, 4001, V4, payload(2 * i + 1));
                got(2 * i + 2, i * 5, 4001, V6, payload(2 * i + 2));
            }
        }
    }

    @Test
    void windowsAsAskedAreGood() {
        windows(500);

        assertThat(bad(new BlackholeMeasurement())).isEmpty();
    }

    /** All packets arrive, and replies come back but in windows of this length after every second. */
    private void repliesInWindows(int off) {
        windows(0);
        for (var i = 0; i < 900; i++) {
            if (i * 5 % (1000 + off) < 1000) {
                client.add("back " + payload(2 * i + 1));
                client.add("back " + payload(2 * i + 2));
            }
        }
    }

    @Test
    void windowsToTheClientAloneAsAskedAreGood() {
        repliesInWindows(500);

        assertThat(bad(new OneWayBlackholeMeasurement())).isEmpty();
    }

    @Test
    void otherWindowsToTheClientAndNoneAreSeen() {
        repliesInWindows(300);
        assertThat(bad(new OneWayBlackholeMeasurement())).contains("blackhole to client");

        client.clear();
        repliesInWindows(0);
        assertThat(bad(new OneWayBlackholeMeasurement())).contains("blackhole to client");
    }

    @Test
    void aBlackholeToTheServerWhereItIsNotAskedForIsSeen() {
        windows(500);

        assertThat(bad(new OneWayBlackholeMeasurement())).contains("blackhole to client, to server");
    }

    @Test
    void otherWindowsAreSeen() {
        windows(300);

        assertThat(bad(new BlackholeMeasurement())).contains("blackhole, IPv4", "blackhole, IPv6");
    }

    @Test
    void noWindowsAreSeen() {
        flow(1800, it -> true);

        assertThat(bad(new BlackholeMeasurement())).containsExactly("blackhole, IPv4", "blackhole, IPv6");
    }

    /** Both families for four seconds; from second to second another port, or another address, too. */
    private void rebound(boolean address, int interval) {
        for (var i = 0; i < 420; i++) {
            var binding = i * 10 / interval;
            var moved = address ? binding : 0;
            got(2 * i + 1, i * 10, 4001 + binding, "::ffff:193.167.0." + (100 + moved), payload(2 * i + 1));
            got(2 * i + 2, i * 10, 4001 + binding, "fd00:cafe:cafe::" + (100 + moved), payload(2 * i + 2));
            client.add("back " + payload(2 * i + 1));
            client.add("back " + payload(2 * i + 2));
        }
        toOldBindings(4190 / interval, 0, 0);
    }

    private void toOldBindings(int sent, int arrivedOver4, int arrivedOver6) {
        server.addAll(List.of("old 4 " + sent, "old 6 " + sent));
        client.addAll(List.of("old 4 " + arrivedOver4, "old 6 " + arrivedOver6));
    }

    @Test
    void rebindingAsAskedIsGood() {
        rebound(true, 1000);

        assertThat(bad(new RebindMeasurement(true))).isEmpty();
        assertThat(bad(new RebindMeasurement(false))).containsExactly("rebind-port, IPv4", "rebind-port, IPv6");
    }

    @Test
    void anAddressThatStaysIsSeen() {
        rebound(false, 1000);

        assertThat(bad(new RebindMeasurement(false))).isEmpty();
        assertThat(bad(new RebindMeasurement(true))).containsExactly("rebind-addr, IPv4", "rebind-addr, IPv6");
    }

    @Test
    void rebindingAtOtherTimesIsSeen() {
        rebound(false, 500);

        assertThat(bad(new RebindMeasurement(false))).containsExactly("rebind-port, IPv4", "rebind-port, IPv6");
    }

    @Test
    void noRebindingIsSeen() {
        rebound(false, 100_000);

        assertThat(bad(new RebindMeasurement(false)))
                .containsExactly(
                        "rebind-port, IPv4",
                        "rebind-port, old bindings, IPv4",
                        "rebind-port, IPv6",
                        "rebind-port, old bindings, IPv6");
    }

    @Test
    void aClientThatIsStillReachedAtAnOldBindingIsSeen() {
        rebound(true, 1000);
        toOldBindings(4, 0, 1);

        assertThat(judged(new RebindMeasurement(true)))
                .filteredOn(it -> it.state() == Diagnosis.State.BAD)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.subject()).isEqualTo("rebind-addr, old bindings, IPv6");
                    assertThat(it.seen())
                            .isEqualTo("1 of 4 packets to them reached the client (allowed: 0 of 2 or more)");
                });
    }

    @Test
    void aClientThatIsNotReachedAfterARebindingIsSeen() {
        rebound(false, 1000);
        client.subList(200, 840).clear();

        assertThat(bad(new RebindMeasurement(false))).containsExactly("rebind-port, back");
    }
}
