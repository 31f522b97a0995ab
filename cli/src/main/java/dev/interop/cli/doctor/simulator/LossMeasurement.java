package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Random loss in both directions, with a limit of losses in a row. */
record LossMeasurement() implements Measurement {
    /** The packets sent by each address family. */
    private static final int PACKETS = 1000;

    @Override
    public String name() {
        return "loss";
    }

    @Override
    public String scenario() {
        return "drop-rate --delay=5ms --bandwidth=10Mbps --queue=2000 --rate_to_server=30 --burst_to_server=3"
                + " --rate_to_client=10 --burst_to_client=1";
    }

    @Override
    public String traffic() {
        return "flow:46:" + PACKETS + ":1";
    }

    /**
     * With the limit, 30 % become (p + p² + p³) / (1 + p + p² + p³) = 29.4 %, and 10 % become p / (1 + p) = 9.1 %; the
     * tolerance is four standard deviations.
     */
    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            var lost = PACKETS - traffic.flow(family).size();
            all.add(MeasuredValue.within(
                    "loss to server, IPv" + family, "of 29.4 %:", 100.0 * lost / PACKETS, 23.6, 35.2));
        }
        var arrived = traffic.numbers();
        all.add(MeasuredValue.within(
                "burst to server",
                "of 3: most losses in a row:",
                longest(LongStream.rangeClosed(1, traffic.sent()).boxed().toList(), Set.copyOf(arrived)),
                3,
                3));
        var back = new HashSet<>(traffic.repliedNumbers());
        var lost = arrived.stream().filter(it -> !back.contains(it)).count();
        all.add(MeasuredValue.within(
                "loss to client", "of 9.1 %:", arrived.isEmpty() ? 0 : 100.0 * lost / arrived.size(), 6, 12.2));
        all.add(MeasuredValue.within("burst to client", "of 1: most losses in a row:", longest(arrived, back), 1, 1));
        return all;
    }

    /** The most packets in a row that did not arrive. */
    private static int longest(List<Long> sent, Set<Long> arrived) {
        var longest = 0;
        var inRow = 0;
        for (var number : sent) {
            inRow = arrived.contains(number) ? 0 : inRow + 1;
            longest = Math.max(longest, inRow);
        }
        return longest;
    }
}
