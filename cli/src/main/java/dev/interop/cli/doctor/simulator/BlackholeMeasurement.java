package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** Windows of time in which nothing passes. */
record BlackholeMeasurement() implements Measurement {
    /** The length of a window in milliseconds. */
    static final double OFF = 500;

    /** The shift in time that a busy machine may cause. */
    static final double TOLERANCE = 80;

    /** More packets are missing in a row by a window alone. */
    static final long MANY = 20;

    static final String SCENARIO =
            "blackhole --delay=5ms --bandwidth=10Mbps --queue=100 --on=1s --off=500ms --repeat=4";
    /** Of each family a packet each 5 ms. */
    static final String TRAFFIC = "flow:46:900:5";

    private static final double PERIOD = 1500;

    @Override
    public String name() {
        return "blackhole";
    }

    @Override
    public String scenario() {
        return SCENARIO;
    }

    @Override
    public String traffic() {
        return TRAFFIC;
    }

    /** @param begin when the last packet before came @param length until the next one */
    private record Window(double begin, double length) {}

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        for (var family : List.of(4, 6)) {
            var windows = windows(traffic.flow(family));
            var subject = "blackhole, IPv" + family;
            if (windows.size() < 2) {
                all.add(MeasuredValue.condition(subject, false, windows.size() + " windows of 3 or more"));
                continue;
            }
            for (var i = 0; i < windows.size(); i++) {
                all.add(MeasuredValue.within(
                        subject, "window of 500 ms:", windows.get(i).length(), OFF - TOLERANCE, OFF + TOLERANCE));
                if (i > 0) {
                    all.add(MeasuredValue.within(
                            subject,
                            "from one to the next, 1500 ms:",
                            windows.get(i).begin() - windows.get(i - 1).begin(),
                            PERIOD - TOLERANCE,
                            PERIOD + TOLERANCE));
                }
            }
        }
        return all;
    }

    private static List<Window> windows(List<Traffic.Arrival> packets) {
        var windows = new ArrayList<Window>();
        for (var i = 1; i < packets.size(); i++) {
            var before = packets.get(i - 1);
            var after = packets.get(i);
            if (Traffic.number(after.payload()) - Traffic.number(before.payload()) > MANY) {
                windows.add(new Window(before.millis(), after.millis() - before.millis()));
            }
        }
        return windows;
    }
}
