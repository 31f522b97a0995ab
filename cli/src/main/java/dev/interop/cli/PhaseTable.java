package dev.interop.cli;

import dev.interop.result.CellResult;
import dev.interop.result.PhaseTimes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The durations of cells' phases in seconds: one row for each cell, and the minimum, median and maximum over all.
 *
 * @param cells the cells that ran and whose capture has a span
 */
record PhaseTable(List<CellResult> cells) {
    static PhaseTable of(Collection<CellResult> cells) {
        return new PhaseTable(cells.stream()
                .filter(it -> it.times().isPresent() && it.span().isPresent())
                .toList());
    }

    void print(PrintWriter out) {
        var columns = columns();
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<>(List.of("CELL"));
        heading.addAll(columns.keySet());
        rows.add(heading);
        cells.forEach(cell -> rows.add(row(
                cell.id(),
                columns.values().stream().map(it -> it.applyAsDouble(cell)).toList())));
        rows.add(row("minimum", statistics(columns, values -> values.get(0))));
        rows.add(row("median", statistics(columns, PhaseTable::median)));
        rows.add(row("maximum", statistics(columns, values -> values.get(values.size() - 1))));
        if (!cells.isEmpty()) {
            out.println();
            new TextTable(rows).print(out);
            out.println(
                    "seconds; beyond = prepare + start + run + copy - span: what the lane was busy with besides packets;"
                            + " judge overlaps the lane's next cell");
        }
    }

    private static Map<String, ToDoubleFunction<CellResult>> columns() {
        var columns = new LinkedHashMap<String, ToDoubleFunction<CellResult>>();
        columns.put("PREPARE", it -> times(it).prepare());
        columns.put("START", it -> times(it).start());
        columns.put("RUN", it -> times(it).run());
        columns.put("COPY", it -> times(it).copy());
        columns.put("JUDGE", it -> times(it).judge());
        columns.put("SPAN", it -> it.span().orElseThrow());
        columns.put("BEYOND", PhaseTable::beyond);
        return columns;
    }

    private static double beyond(CellResult cell) {
        var times = times(cell);
        return times.prepare()
                + times.start()
                + times.run()
                + times.copy()
                - cell.span().orElseThrow();
    }

    private static PhaseTimes times(CellResult cell) {
        return cell.times().orElseThrow();
    }

    private List<Double> statistics(
            Map<String, ToDoubleFunction<CellResult>> columns, ToDoubleFunction<List<Double>> statistic) {
        if (cells.isEmpty()) {
            return columns.keySet().stream().map(it -> Double.NaN).toList();
        }
        return columns.values().stream()
                .map(column -> statistic.applyAsDouble(
                        cells.stream().map(column::applyAsDouble).sorted().toList()))
                .toList();
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static List<String> row(String name, List<Double> values) {
        var row = new ArrayList<>(List.of(name));
        values.forEach(it -> row.add(String.format(Locale.ROOT, "%.2f", it)));
        return row;
    }
}
