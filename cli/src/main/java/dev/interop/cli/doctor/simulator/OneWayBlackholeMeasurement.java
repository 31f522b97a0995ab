package dev.interop.cli.doctor.simulator;

import static dev.interop.cli.doctor.simulator.BlackholeMeasurement.MANY;
import static dev.interop.cli.doctor.simulator.BlackholeMeasurement.OFF;
import static dev.interop.cli.doctor.simulator.BlackholeMeasurement.TOLERANCE;

import dev.interop.cli.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** Windows of time in which nothing passes to the client, and everything to the server. */
record OneWayBlackholeMeasurement() implements Measurement {
    private static final int PACKETS = 900;
    private static final double GAP_MILLIS = 5;

    @Override
    public String name() {
        return "blackhole to client";
    }

    @Override
    public String scenario() {
        return BlackholeMeasurement.SCENARIO + " --direction=toclient";
    }

    @Override
    public String traffic() {
        return BlackholeMeasurement.TRAFFIC;
    }

    @Override
    public List<Diagnosis> judge(Traffic traffic) {
        var all = new ArrayList<Diagnosis>();
        var arrived = traffic.numbers().size();
        all.add(MeasuredValue.within(
                name() + ", to server", "of " + 2 * PACKETS + " packets:", arrived, 2 * PACKETS, 2 * PACKETS));
        var windows = windows(traffic.repliedNumbers());
        if (windows.size() < 2) {
            all.add(MeasuredValue.condition(name(), false, windows.size() + " windows of 3 or more"));
        }
        windows.forEach(
                it -> all.add(MeasuredValue.within(name(), "window of 500 ms:", it, OFF - TOLERANCE, OFF + TOLERANCE)));
        return all;
    }

    /** The lengths of the windows in milliseconds, by the numbers that are missing: one of each family is sent at a time. */
    private static List<Double> windows(List<Long> numbers) {
        var windows = new ArrayList<Double>();
        for (var i = 1; i < numbers.size(); i++) {
            var missing = numbers.get(i) - numbers.get(i - 1);
            if (missing > MANY) {
                windows.add(missing / 2 * GAP_MILLIS);
            }
        }
        return windows;
    }
}
