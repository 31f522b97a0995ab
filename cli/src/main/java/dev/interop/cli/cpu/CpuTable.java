package dev.interop.cli.cpu;

import dev.interop.cli.cpu.CpuAccount.Took;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the kinds of processes took, the most first.
 *
 * @param byKind kind → what it took
 * @param cells how many cells ran
 */
public record CpuTable(Map<ProcessKind, Took> byKind, int cells) {
    /** What the figures mean, for people. */
    public static final String NOTE =
            "core-seconds of the whole run, with its start and its end; containers of other runs count as its own;"
                    + " short-lived children ended between two looks, 50 ms apart";

    public CpuTable {
        byKind = Map.copyOf(byKind);
    }

    /** The rows with their heading. What took nothing that can be measured is left out. */
    public List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("PROCESSES", "SEEN", "CORE-SECONDS", "A CELL"));
        byKind.entrySet().stream()
                .filter(it -> it.getKey().ofRun() && it.getValue().ticks() > 0)
                .sorted(Comparator.comparing((Map.Entry<ProcessKind, Took> it) ->
                                -it.getValue().ticks())
                        .thenComparing(it -> it.getKey().name()))
                .forEach(it -> rows.add(row(it.getKey().name(), it.getValue())));
        rows.add(row("all of these", total(true)));
        rows.add(row(ProcessKind.OTHER.name(), total(false)));
        return rows;
    }

    private Took total(boolean ofRun) {
        return byKind.entrySet().stream()
                .filter(it -> it.getKey().ofRun() == ofRun)
                .map(Map.Entry::getValue)
                .reduce(new Took(0, 0), Took::plus);
    }

    private List<String> row(String name, Took took) {
        return List.of(
                name,
                Integer.toString(took.processes()),
                String.format(Locale.ROOT, "%.2f", took.seconds()),
                cells == 0 ? "" : String.format(Locale.ROOT, "%.2f", took.seconds() / cells));
    }
}
