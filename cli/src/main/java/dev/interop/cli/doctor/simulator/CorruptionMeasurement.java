package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** Random corruption: altered packets are delivered, Version Negotiation packets stay as they are. */
record CorruptionMeasurement() implements Measurement {
    /** The packets sent by each address family. */
    private static final int PACKETS = 1000;

    private static final int NEGOTIATIONS = 100;
    private static final int FIRST_BYTES = 50;

    @Override
    public String name() {
        return "corruption";
    }

    @Override
    public String scenario() {
        return "corrupt-rate --delay=5ms --bandwidth=10Mbps --queue=2000 --rate_to_server=30 --burst_to_server=3"
                + " --rate_to_client=30 --burst_to_client=3";
    }

    @Override
    public String traffic() {
        return "flow:46:" + PACKETS + ":1 negotiation:4:" + NEGOTIATIONS;
    }

    /** The rate is that of {@link LossMeasurement}. */
    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            var arrived = traffic.flow(family);
            var altered = arrived.stream()
                    .filter(it -> Traffic.altered(it.payload()) > 0)
                    .toList();
            all.add(MeasuredValue.within(
                    "corruption, IPv" + family, "of 29.4 %:", 100.0 * altered.size() / PACKETS, 23.6, 35.2));
            all.add(MeasuredValue.within(
                    "delivery, IPv" + family, "of 1000 packets:", arrived.size(), PACKETS, PACKETS));
            all.add(MeasuredValue.condition(
                    "altered bytes, IPv" + family,
                    !altered.isEmpty() && altered.stream().allMatch(CorruptionMeasurement::isAlteredAsAsked),
                    "one of the first 50 in each altered packet"));
        }
        all.add(MeasuredValue.within("burst of corruption", "of 3: most in a row:", longest(traffic), 3, 3));
        var arrived = traffic.numbers().size();
        all.add(MeasuredValue.within(
                "corruption to client", "of 29.4 %:", 100.0 * alteredBack(traffic) / Math.max(1, arrived), 23.6, 35.2));
        all.add(MeasuredValue.within(
                "delivery to client",
                "of " + arrived + " packets:",
                traffic.replies().size(),
                arrived,
                arrived));
        var kept = traffic.arrivals().stream()
                .filter(it -> it.port() == Traffic.SINK && isNegotiation(it.payload()))
                .count();
        all.add(MeasuredValue.within("Version Negotiation", "unaltered of 100:", kept, NEGOTIATIONS, NEGOTIATIONS));
        return all;
    }

    private static boolean isAlteredAsAsked(Traffic.Arrival arrival) {
        var payload = arrival.payload();
        var behind = new byte[payload.length - FIRST_BYTES];
        System.arraycopy(payload, FIRST_BYTES, behind, 0, behind.length);
        var number = Traffic.number(payload);
        for (var i = 0; i < behind.length; i++) {
            if (behind[i] != (byte) (number >> 8 * (3 - (FIRST_BYTES + i) % 4))) {
                return false;
            }
        }
        return Traffic.altered(payload) == 1;
    }

    /** The number of replies that differ from what the server got. */
    private static long alteredBack(Traffic traffic) {
        var got = new HashMap<Long, byte[]>();
        traffic.arrivals().stream()
                .filter(it -> it.port() == Traffic.ECHO)
                .forEach(it -> got.put(Traffic.number(it.payload()), it.payload()));
        return traffic.replies().stream()
                .filter(it -> !Arrays.equals(it, got.get(Traffic.number(it))))
                .count();
    }

    private static int longest(Traffic traffic) {
        var longest = 0;
        var inRow = 0;
        for (var arrival : traffic.arrivals()) {
            if (arrival.port() == Traffic.ECHO) {
                inRow = Traffic.altered(arrival.payload()) > 0 ? inRow + 1 : 0;
                longest = Math.max(longest, inRow);
            }
        }
        return longest;
    }

    private static boolean isNegotiation(byte[] payload) {
        for (var i = 0; i < payload.length; i++) {
            if (payload[i] != (i == 0 ? (byte) 0x80 : i < 5 ? 0 : (byte) 'v')) {
                return false;
            }
        }
        return true;
    }
}
