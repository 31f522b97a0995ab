package dev.interop.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides cells into parts that take about the same time: the cell that takes longest goes to the part that has least. What
 * cells take is known from their test cases alone, so that each machine divides a plan alike, whatever ran there before.
 */
final class BalancedParts {
    /** What a cell takes besides its packets. */
    private static final Duration OF_EACH_CELL = Duration.ofSeconds(2);

    /** A measurement runs five times, and the other lane, of two, waits for it. */
    private static final int MEASUREMENT_FACTOR = 10;

    private BalancedParts() {}

    /** Divides the cells; each part keeps their order. */
    static List<List<Cell>> of(List<Cell> cells, int count) {
        var weights = cells.stream().mapToLong(BalancedParts::weight).toArray();
        var load = new long[count];
        var partOf = new int[cells.size()];
        var longestFirst = IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparing(it -> -weights[it]))
                .toList();
        for (var turn = 0; turn < longestFirst.size(); turn++) {
            var part = least(load, turn);
            partOf[longestFirst.get(turn)] = part;
            load[part] += weights[longestFirst.get(turn)];
        }
        var parts = IntStream.range(0, count)
                .<List<Cell>>mapToObj(it -> new ArrayList<>())
                .toList();
        IntStream.range(0, partOf.length).forEach(it -> parts.get(partOf[it]).add(cells.get(it)));
        return parts;
    }

    /** In milliseconds. */
    static long weight(Cell cell) {
        var factor = cell.test().measure().isPresent() ? MEASUREMENT_FACTOR : 1;
        return OF_EACH_CELL.plus(cell.test().networkTime()).toMillis() * factor;
    }

    /** Each round begins one part later; otherwise a part would get the same test cases of every pair. */
    private static int least(long[] load, int turn) {
        var first = (turn + turn / load.length) % load.length;
        return IntStream.range(0, load.length)
                .map(it -> (first + it) % load.length)
                .boxed()
                .min(Comparator.comparing(it -> load[it]))
                .orElseThrow();
    }
}
