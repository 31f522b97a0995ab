package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/**
 * Rebinding: the server sees the client at other ports, or at other addresses, too, and no longer reaches it at the ones
 * before.
 *
 * @param address whether the address changes
 */
record RebindMeasurement(boolean address) implements Measurement {
    private static final double INTERVAL = 1000;
    private static final double TOLERANCE = 100;
    /** The packets sent by each address family. */
    private static final int PACKETS = 420;

    private static final int LEAST_CHANGES = 2;
    /** A packet is lost only if its reply meets a rebinding. */
    private static final double LEAST_REPLIED = 0.9;

    @Override
    public String name() {
        return address ? "rebind-addr" : "rebind-port";
    }

    @Override
    public String scenario() {
        return "rebind --delay=5ms --bandwidth=10Mbps --queue=100 --first-rebind=1s --rebind-freq=1s"
                + (address ? " --rebind-addr" : "");
    }

    @Override
    public String traffic() {
        return "flow:46:" + PACKETS + ":10";
    }

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            all.add(changes("%s, IPv%d".formatted(name(), family), traffic.flow(family)));
            all.add(oldBindings(
                    "%s, old bindings, IPv%d".formatted(name(), family),
                    (int) traffic.value("server old " + family).orElse(0),
                    (int) traffic.value("old " + family).orElse(0)));
        }
        var arrived = traffic.numbers().size();
        all.add(MeasuredValue.condition(
                name() + ", back",
                arrived > 0 && traffic.replies().size() >= LEAST_REPLIED * arrived,
                "%d of %d packets came back to the client (allowed: 90 %% or more)"
                        .formatted(traffic.replies().size(), arrived)));
        return all;
    }

    private Diagnosis changes(String subject, List<Traffic.Arrival> packets) {
        var at = new ArrayList<Double>();
        var asAsked = true;
        for (var i = 1; i < packets.size(); i++) {
            var before = packets.get(i - 1);
            var after = packets.get(i);
            var moved = !before.source().equals(after.source());
            if (before.sourcePort() != after.sourcePort() || moved) {
                at.add(after.millis());
                asAsked &= moved == address;
            }
        }
        var regular = true;
        for (var i = 1; i < at.size(); i++) {
            regular &= Math.abs(at.get(i) - at.get(i - 1) - INTERVAL) <= TOLERANCE;
        }
        return MeasuredValue.condition(
                subject,
                at.size() >= LEAST_CHANGES && asAsked && regular,
                "%d changes of the %s (allowed: %d or more, each 1 s)%s%s"
                        .formatted(
                                at.size(),
                                address ? "address" : "port",
                                LEAST_CHANGES,
                                asAsked ? "" : address ? "; the address stayed" : "; the address changed, too",
                                regular ? "" : "; not each 1 s"));
    }

    /** The server sends a packet to the client's last endpoint as soon as it sees the next one. */
    private static Diagnosis oldBindings(String subject, int sent, int arrived) {
        return MeasuredValue.condition(
                subject,
                sent >= LEAST_CHANGES && arrived == 0,
                "%d of %d packets to them reached the client (allowed: 0 of %d or more)"
                        .formatted(arrived, sent, LEAST_CHANGES));
    }
}
