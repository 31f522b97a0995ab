package dev.interop.history;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the cells that both passed and failed while nothing that they depend on changed but the seed. */
@API(status = Status.INTERNAL)
public final class FlakyCells {
    private FlakyCells() {}

    /**
     * A flaky cell.
     *
     * @param key the cell
     * @param rate how often it failed
     * @param newest what it came out as last
     */
    public record Flaky(CellKey key, FailureRate rate, CellEntry newest) {}

    /**
     * The flaky cells, those that fail most often first.
     *
     * @param last how many of the newest runs of each cell count
     */
    public static List<Flaky> of(History history, int last) {
        return history.keys().stream()
                .filter(it -> isFlaky(FailureRate.newest(history.of(it), last)))
                .map(it -> new Flaky(
                        it,
                        FailureRate.of(history.of(it), last),
                        history.newest(it).orElseThrow()))
                .sorted(Comparator.comparingDouble((Flaky it) -> -it.rate().low())
                        .thenComparing(it -> it.key().cell()))
                .toList();
    }

    /** An entry without inputs, such as of a remote server, is compared with the others without. */
    private static boolean isFlaky(List<CellEntry> entries) {
        var failed = inputs(entries, true);
        failed.retainAll(inputs(entries, false));
        return !failed.isEmpty();
    }

    private static Set<String> inputs(List<CellEntry> entries, boolean failed) {
        var inputs = new HashSet<String>();
        entries.stream()
                .filter(it -> FailureRate.isFailure(it) == failed)
                .forEach(it -> inputs.add(it.inputs().orElse("")));
        return inputs;
    }
}
