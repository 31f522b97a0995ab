package dev.interop.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the runs of a file stand, to tell which of them lack cells: a line that is gone leaves no other trace. */
final class RunPlaces {
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> cells = new HashMap<>();
    private final Map<String, End> ends = new LinkedHashMap<>();

    /**
     * The end of a run.
     *
     * @param line its line
     * @param cells how many cells the run wrote
     */
    private record End(int line, int cells) {}

    /** Adds a line that could be read. */
    void add(HistoryLine line, int number) {
        if (line instanceof HistoryLine.Begin it) {
            first.putIfAbsent(it.run().name(), number);
        } else if (line instanceof HistoryLine.Cell it) {
            first.putIfAbsent(it.cell().run(), number);
            cells.merge(it.cell().run(), 1, Integer::sum);
        } else if (line instanceof HistoryLine.End it) {
            ends.put(it.run(), new End(number, it.cells()));
        }
    }

    /** Each run with fewer cells than it wrote, after the line where it begins. A run that is not over has no end. */
    List<String> gaps() {
        return ends.entrySet().stream()
                .filter(it -> missing(it.getKey(), it.getValue()) > 0)
                .map(it -> "%s: of the run %s, which ends in line %s, %s cells are missing"
                        .formatted(
                                first.getOrDefault(it.getKey(), it.getValue().line),
                                it.getKey(),
                                it.getValue().line,
                                missing(it.getKey(), it.getValue())))
                .toList();
    }

    private int missing(String run, End end) {
        return end.cells - cells.getOrDefault(run, 0);
    }
}
