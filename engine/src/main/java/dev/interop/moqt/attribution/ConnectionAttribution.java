package dev.interop.moqt.attribution;

import dev.interop.moqt.attribution.CaseConnections.Share;
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
 * Test cases run one after the other, and each result is printed when its test case ends: the connections that began since
 * the result before it are its own. A result is heard of some time after it was printed; how long test cases say that they
 * took tells more closely when that was. What began shortly before may be the next one's all the same. Where a client keeps
 * its output back, times say nothing.
 */
final class ConnectionAttribution {
    /**
     * How long after a result was printed it may be heard of, microseconds. It was seen to take 0.5 to 5 milliseconds, and
     * up to 40 on two processors that were busy with other things.
     */
    private static final long LATE = 50_000;
    /** Durations may be rounded to milliseconds. */
    private static final long ROUNDING = 1_000;

    private final List<TestPoint> points;
    /** When each result was heard of, microseconds since the capture's first frame; empty where nobody knows. */
    private final List<Long> heard;

    /** When each result was printed at the latest, likewise. */
    private final List<Long> ended;

    /** When each test case began at the earliest, likewise; one more behind the last. */
    private final List<Long> began = new ArrayList<>();

    private final List<Set<ClientConnection>> own = new ArrayList<>();
    /** Connections that may be of this turn or of the one before it. */
    private final List<Set<ClientConnection>> doubtful = new ArrayList<>();

    private ConnectionAttribution(List<TestPoint> points, List<Long> heard) {
        this.points = points;
        this.heard = heard;
        this.ended = new ArrayList<>(heard);
        for (int i = heard.size() - 2; i >= 0; i--) {
            long took = Math.max(0, tookAbout(i + 1) - ROUNDING);
            ended.set(i, Math.min(ended.get(i), ended.get(i + 1) - took));
        }
        // One more behind the last result.
        for (int i = 0; i <= heard.size(); i++) {
            began.add(earliest(i));
            own.add(new HashSet<>());
            doubtful.add(new HashSet<>());
        }
    }

    /**
     * Deals out connections.
     *
     * @param points the results, in order
     * @param times when they came
     * @param trace the capture
     * @param connections those that no result names
     */
    static ConnectionAttribution of(
            List<TestPoint> points, StdoutTimes times, Trace trace, List<ClientConnection> connections) {
        var heard = new ArrayList<Long>();
        for (var point : points) {
            var at = times.at(point.point().offset());
            if (at.isEmpty() || trace.began().isEmpty()) {
                return new ConnectionAttribution(points, List.of());
            }
            heard.add(at.getAsLong() - trace.began().getAsLong() / 1_000);
        }
        var turns = new ConnectionAttribution(points, heard);
        connections.forEach(turns::deal);
        return turns;
    }

    /** When a result was printed at the earliest. */
    private long printed(int turn) {
        long late = heard.get(turn) - LATE;
        long start = began.get(turn);
        return start == Long.MIN_VALUE ? late : Math.max(late, start + Math.max(0, tookAbout(turn) - ROUNDING));
    }

    /** When a test case began at the earliest: not before the one before it ended, nor longer ago than it says it took. */
    private long earliest(int turn) {
        long after = turn == 0 ? Long.MIN_VALUE : printed(turn - 1);
        boolean isSaid =
                turn < heard.size() && Diagnostic.duration(points.get(turn)).isPresent();
        return isSaid ? Math.max(after, heard.get(turn) - LATE - tookAbout(turn) - ROUNDING) : after;
    }

    private long tookAbout(int turn) {
        return Diagnostic.duration(points.get(turn)).orElse(0);
    }

    private void deal(ClientConnection it) {
        int turn = heard.size();
        while (turn > 0 && it.began() < began.get(turn)) {
            turn--;
        }
        boolean isCertain = turn == 0
                || it.began() >= ended.get(turn - 1)
                || it.spoke() > ended.get(turn - 1)
                || it.closed() > ended.get(turn - 1) + LATE;
        (isCertain ? own : doubtful).get(turn).add(it);
    }

    /** The connections of a test case; empty where times do not tell. */
    Optional<Share> share(TestPoint point) {
        int turn = points.indexOf(point);
        if (heard.isEmpty() || isTogether(turn) || isTogether(turn + 1) || late().isPresent()) {
            return Optional.empty();
        }
        var near = new HashSet<ClientConnection>();
        for (int i = Math.max(0, turn - 1); i <= turn + 1; i++) {
            near.addAll(own.get(i));
            near.addAll(doubtful.get(i));
        }
        return Optional.of(new Share(own.get(turn), Share.runs(near), Optional.empty()));
    }

    /** Why times do not tell. */
    String trouble(TestPoint point) {
        int turn = points.indexOf(point);
        if (heard.isEmpty()) {
            return "when it came is not known";
        }
        if (isTogether(turn) || isTogether(turn + 1)) {
            int other = isTogether(turn) ? turn - 1 : turn + 1;
            return "it came together with that of " + TapReport.name(points.get(other));
        }
        return late().map(it -> "results came later than they were made, such as that of " + it)
                .orElse("it came in no order");
    }

    /** Whether a result came with the one before it, so that nothing tells their connections apart. */
    private boolean isTogether(int turn) {
        return turn > 0 && turn < heard.size() && heard.get(turn) - heard.get(turn - 1) < LATE;
    }

    /** A result that came so late that how long test cases say that they took does not agree with it. */
    private Optional<String> late() {
        for (int i = 0; i < heard.size(); i++) {
            if (printed(i) > ended.get(i)) {
                return Optional.of(TapReport.name(points.get(i)));
            }
        }
        return Optional.empty();
    }
}
