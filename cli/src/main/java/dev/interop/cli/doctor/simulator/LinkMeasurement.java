package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** The link: its delay, its rate, and its queue. */
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
        return "rtt:4 rtt:6 rate burst:" + BURST;
    }

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            var subject = "round trip, IPv" + family;
            // The shortest of twenty: what a busy machine adds is not the link's.
            all.add(traffic.value("rtt " + family).stream()
                    .mapToObj(it -> MeasuredValue.within(subject, "of 30 ms:", it, 30, 36))
                    .findFirst()
                    .orElseGet(() -> MeasuredValue.condition(subject, false, "no packet came back")));
        }
        all.add(rate(marked(traffic, RATE)));
        all.add(queue(traffic));
        return all;
    }

    private static List<Traffic.Arrival> marked(Traffic traffic, long mark) {
        return traffic.arrivals().stream()
                .filter(it -> it.port() == Traffic.SINK && Traffic.number(it.payload()) == mark)
                .toList();
    }

    private static Diagnosis rate(List<Traffic.Arrival> packets) {
        if (packets.size() < 2) {
            return MeasuredValue.condition("throughput", false, packets.size() + " packets arrived");
        }
        var millis = packets.get(packets.size() - 1).millis() - packets.get(0).millis();
        return MeasuredValue.within(
                "throughput", "of 10 Mbit/s:", (packets.size() - 1) * PACKET_BITS / millis / 1000, 8.5, 10.5);
    }

    /** The queue, the packet that is being sent, and those that left while the burst was sent. */
    private static Diagnosis queue(Traffic traffic) {
        var left = Math.ceil(traffic.value("burst " + BURST).orElse(0) / PACKET_MILLIS);
        return MeasuredValue.within(
                "queue",
                "of 25: packets of a burst that arrived:",
                marked(traffic, BURST_MARK).size(),
                QUEUE,
                QUEUE + 2 + left);
    }
}
