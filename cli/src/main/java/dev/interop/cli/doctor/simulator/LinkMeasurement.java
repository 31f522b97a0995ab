package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The link: its delay, and its rate and its queue in each direction. */
record LinkMeasurement() implements Measurement {
    private static final int PACKET_BITS = 1200 * 8;
    private static final int QUEUE = 25;
    private static final int BURST = 100;
    /** The first word of the packets of each step. */
    private static final long RATE = 1;

    private static final long BURST_MARK = 2;
    private static final double PACKET_MILLIS = 0.96;

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String scenario() {
        return "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=" + QUEUE;
    }

    @Override
    public String traffic() {
        return Stream.of(4, 6)
                .map(it -> "rtt:%1$d rate:%1$d burst:%1$d:%2$d ask:%1$d:rate ask:%1$d:burst:%2$d".formatted(it, BURST))
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            var over = ", IPv" + family;
            // The shortest of twenty: what a busy machine adds is not the link's.
            all.add(traffic.value("rtt " + family).stream()
                    .mapToObj(it -> MeasuredValue.within("round trip" + over, "of 30 ms:", it, 30, 36))
                    .findFirst()
                    .orElseGet(() -> MeasuredValue.condition("round trip" + over, false, "no packet came back")));
            direction(" to server" + over, arrived(traffic, family), traffic.value("burst " + family))
                    .forEach(all::add);
            direction(" to client" + over, taken(traffic, family), traffic.value("server burst " + family))
                    .forEach(all::add);
        }
        return all;
    }

    /**
     * A packet of a step.
     *
     * @param mark the step
     * @param millis when it arrived
     */
    private record Packet(long mark, double millis) {}

    private static Stream<Packet> arrived(Traffic traffic, int family) {
        return traffic.arrivals().stream()
                .filter(it -> it.port() == Traffic.SINK && it.family() == family)
                .map(it -> new Packet(Traffic.number(it.payload()), it.millis()));
    }

    private static Stream<Packet> taken(Traffic traffic, int family) {
        return traffic.taken().stream()
                .filter(it -> it.family() == family)
                .map(it -> new Packet(it.number(), it.millis()));
    }

    private static Stream<Diagnosis> direction(String over, Stream<Packet> packets, OptionalDouble burstMillis) {
        var byMark = packets.collect(Collectors.groupingBy(Packet::mark));
        return Stream.of(
                rate("throughput" + over, byMark.getOrDefault(RATE, List.of())),
                queue("queue" + over, byMark.getOrDefault(BURST_MARK, List.of()).size(), burstMillis.orElse(0)));
    }

    private static Diagnosis rate(String subject, List<Packet> packets) {
        if (packets.size() < 2) {
            return MeasuredValue.condition(subject, false, packets.size() + " packets arrived");
        }
        var millis = packets.get(packets.size() - 1).millis() - packets.get(0).millis();
        return MeasuredValue.within(
                subject, "of 10 Mbit/s:", (packets.size() - 1) * PACKET_BITS / millis / 1000, 8.5, 10.5);
    }

    /**
     * The queue, the packet that is being sent, and those that left while the burst was sent.
     *
     * @param millis how long it took to send the burst
     */
    private static Diagnosis queue(String subject, int packets, double millis) {
        return MeasuredValue.within(
                subject,
                "of 25: packets of a burst that arrived:",
                packets,
                QUEUE,
                QUEUE + 2 + Math.ceil(millis / PACKET_MILLIS));
    }
}
