package dev.interop.cli;

import dev.interop.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of text.
 *
 * @param rows the rows, all of the same length; the first one is the heading
 */
record TextTable(List<List<String>> rows) {
    void print(PrintWriter out) {
        var columns = rows.get(0).size();
        var printable = printable();
        var widths = IntStream.range(0, columns)
                .map(column -> printable.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : printable) {
            var line = new StringBuilder();
            for (var column = 0; column < columns; column++) {
                var cell = row.get(column);
                line.append(cell);
                if (column < columns - 1) {
                    line.append(" ".repeat(widths[column] - cell.length() + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Cells may have the text of registries and endpoints. */
    private List<List<String>> printable() {
        return rows.stream()
                .map(row -> row.stream().map(Printable::of).toList())
                .toList();
    }
}
