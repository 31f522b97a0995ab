package dev.interop.moqt.attribution;

import dev.interop.moqt.attribution.CaseConnections.Assignment;
import dev.interop.moqt.tap.Diagnostic;
import dev.interop.moqt.tap.StdoutTimes;
import dev.interop.moqt.tap.TapReport;
import dev.interop.tap.TestPoint;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes connections to test cases by time. A client runs its test cases in sequence and prints each result when the
 * test case ends, so the connections that began since the previous result belong to the test case.
 *
 * <p>A result arrives some time after it was printed. The durations in the results give closer bounds. A connection that began
 * shortly before a result arrived may belong to that test case or the next one. If a client buffers its output, arrival times
 * say nothing. All times are in microseconds since the capture's first frame.
 */
final class ConnectionAttribution {
    /**
     * The assumed time at most between printing and arrival of a result. Measured: 0.5 to 5 ms, and up to 40 ms on two busy
     * processors.
     */
    private static final long MAX_DELAY_MICROS = 50_000;
    /** Durations may be rounded to milliseconds. */
    private static final long ROUNDING_MICROS = 1_000;

    private final List<TestPoint> points;
    /** When each result arrived; empty if unknown. */
    private final List<Long> arrived;

    /** The latest time at which each result may have been printed. */
    private final List<Long> ended;

    /** The earliest time at which each test case may have begun, and a last one for the time after all results. */
    private final List<Long> began = new ArrayList<>();

    private final List<Set<ClientConnection>> own = new ArrayList<>();
    /** Connections that may belong to this test case or to the one before it. */
    private final List<Set<ClientConnection>> doubtful = new ArrayList<>();

    private ConnectionAttribution(List<TestPoint> points, List<Long> arrived) {
        this.points = points;
        this.arrived = arrived;
        this.ended = new ArrayList<>(arrived);
        for (int i = arrived.size() - 2; i >= 0; i--) {
            long took = Math.max(0, duration(i + 1) - ROUNDING_MICROS);
            ended.set(i, Math.min(ended.get(i), ended.get(i + 1) - took));
        }
        // The last one is for connections that began after all results.
        for (int i = 0; i <= arrived.size(); i++) {
            began.add(earliestBegin(i));
            own.add(new HashSet<>());
            doubtful.add(new HashSet<>());
        }
    }

    /**
     * Attributes connections to test cases.
     *
     * @param points the results, in order
     * @param times the arrival times of the client's output
     * @param trace the capture
     * @param connections the connections that no result names
     */
    static ConnectionAttribution of(
            List<TestPoint> points, StdoutTimes times, Trace trace, List<ClientConnection> connections) {
        var arrived = new ArrayList<Long>();
        for (var point : points) {
            var at = times.at(point.point().offset());
            if (at.isEmpty() || trace.began().isEmpty()) {
                return new ConnectionAttribution(points, List.of());
            }
            arrived.add(at.getAsLong() - trace.began().getAsLong() / 1_000);
        }
        var attribution = new ConnectionAttribution(points, arrived);
        connections.forEach(attribution::attribute);
        return attribution;
    }

    /** The earliest time at which a result may have been printed. */
    private long earliestPrint(int index) {
        long print = arrived.get(index) - MAX_DELAY_MICROS;
        long start = began.get(index);
        return start == Long.MIN_VALUE
                ? print
                : Math.max(print, start + Math.max(0, duration(index) - ROUNDING_MICROS));
    }

    /** The earliest time at which a test case may have begun: after the previous one, and not longer ago than its duration. */
    private long earliestBegin(int index) {
        long after = index == 0 ? Long.MIN_VALUE : earliestPrint(index - 1);
        boolean hasDuration =
                index < arrived.size() && Diagnostic.duration(points.get(index)).isPresent();
        return hasDuration
                ? Math.max(after, arrived.get(index) - MAX_DELAY_MICROS - duration(index) - ROUNDING_MICROS)
                : after;
    }

    private long duration(int index) {
        return Diagnostic.duration(points.get(index)).orElse(0);
    }

    private void attribute(ClientConnection it) {
        int index = arrived.size();
        while (index > 0 && it.began() < began.get(index)) {
            index--;
        }
        boolean isCertain = index == 0
                || it.began() >= ended.get(index - 1)
                || it.spoke() > ended.get(index - 1)
                || it.closed() > ended.get(index - 1) + MAX_DELAY_MICROS;
        (isCertain ? own : doubtful).get(index).add(it);
    }

    /** The connections of a test case; empty if they cannot be attributed by time. */
    Optional<Assignment> assignment(TestPoint point) {
        int index = points.indexOf(point);
        if (arrived.isEmpty()
                || arrivedTogether(index)
                || arrivedTogether(index + 1)
                || delayedResult().isPresent()) {
            return Optional.empty();
        }
        var near = new HashSet<ClientConnection>();
        for (int i = Math.max(0, index - 1); i <= index + 1; i++) {
            near.addAll(own.get(i));
            near.addAll(doubtful.get(i));
        }
        return Optional.of(new Assignment(own.get(index), Assignment.sequences(near), Optional.empty()));
    }

    /** Why connections cannot be attributed by time. */
    String obstacle(TestPoint point) {
        int index = points.indexOf(point);
        if (arrived.isEmpty()) {
            return "the time of its arrival is unknown";
        }
        if (arrivedTogether(index) || arrivedTogether(index + 1)) {
            int other = arrivedTogether(index) ? index - 1 : index + 1;
            return "it arrived together with that of " + TapReport.name(points.get(other));
        }
        return delayedResult()
                .map(it -> "results arrived later than they were printed, such as that of " + it)
                .orElse("results arrived in an unknown order");
    }

    /** Whether a result arrived with the one before it, so that time does not separate their connections. */
    private boolean arrivedTogether(int index) {
        return index > 0 && index < arrived.size() && arrived.get(index) - arrived.get(index - 1) < MAX_DELAY_MICROS;
    }

    /** The first result that arrived so late that it contradicts the durations of test cases. */
    private Optional<String> delayedResult() {
        for (int i = 0; i < arrived.size(); i++) {
            if (earliestPrint(i) > ended.get(i)) {
                return Optional.of(TapReport.name(points.get(i)));
            }
        }
        return Optional.empty();
    }
}
