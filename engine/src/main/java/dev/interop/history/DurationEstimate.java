package dev.interop.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Estimates how long cells take from what they took before: the median of a cell's newest runs; of a cell that never ran
 * the median of its test case, else of all cells.
 */
@API(status = Status.INTERNAL)
public final class DurationEstimate {
    /** Older ones were of other versions. */
    private static final int NEWEST = 5;

    private static final double MILLIS_A_SECOND = 1000;

    private final History history;
    private final Map<String, Double> byTest = new HashMap<>();
    private final OptionalDouble overall;

    private DurationEstimate(History history) {
        this.history = history;
        var known = new HashMap<String, DoubleStream.Builder>();
        var all = DoubleStream.builder();
        for (var key : history.keys()) {
            of(key).ifPresent(it -> {
                known.computeIfAbsent(test(key), name -> DoubleStream.builder()).add(it);
                all.add(it);
            });
        }
        known.forEach((test, seconds) -> median(seconds.build()).ifPresent(it -> byTest.put(test, it)));
        overall = median(all.build());
    }

    /** Estimates from this history. */
    public static DurationEstimate from(History history) {
        return new DurationEstimate(history);
    }

    /** How long a lane is busy with a cell; empty if nothing is known at all. */
    public Optional<Duration> ofCell(CellKey key) {
        return seconds(key).stream().mapToObj(DurationEstimate::duration).findFirst();
    }

    /** Whether the cell itself has run before. */
    public boolean knows(CellKey key) {
        return of(key).isPresent();
    }

    /**
     * How long lanes take for cells: each cell goes to the lane that is free first.
     *
     * @param apart the cells that run while all other lanes are idle
     * @return empty if nothing is known at all
     */
    public Optional<Duration> ofRun(List<CellKey> cells, List<CellKey> apart, int lanes) {
        if (overall.isEmpty()) {
            return Optional.empty();
        }
        var free = new PriorityQueue<Double>();
        for (var lane = 0; lane < lanes; lane++) {
            free.add(0.0);
        }
        for (var cell : cells) {
            free.add(free.remove() + seconds(cell).orElseThrow());
        }
        var together = free.stream().mapToDouble(it -> it).max().orElse(0);
        return Optional.of(duration(together
                + apart.stream().mapToDouble(it -> seconds(it).orElseThrow()).sum()));
    }

    private OptionalDouble seconds(CellKey key) {
        var own = of(key);
        if (own.isPresent()) {
            return own;
        }
        return byTest.containsKey(test(key)) ? OptionalDouble.of(byTest.get(test(key))) : overall;
    }

    private OptionalDouble of(CellKey key) {
        var ran = history.of(key).stream()
                .filter(CellEntry::ran)
                .flatMapToDouble(it -> it.seconds().stream())
                .toArray();
        return median(Arrays.stream(ran, Math.max(0, ran.length - NEWEST), ran.length));
    }

    private static OptionalDouble median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    /** The last part of a cell's id. */
    private static String test(CellKey key) {
        return key.cell().substring(key.cell().lastIndexOf('/') + 1);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS_A_SECOND));
    }
}
