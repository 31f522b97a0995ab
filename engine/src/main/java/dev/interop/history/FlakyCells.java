package dev.interop.history;

import dev.interop.verdict.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the cells that both passed and failed, in different runs or attempts, while nothing that they depend on changed but the seed. */
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
        var failed = inputs(entries, CellEntry::failed);
        failed.retainAll(inputs(entries, it -> it.outcome() == Outcome.SUCCEEDED));
        return !failed.isEmpty();
    }

    private static Set<String> inputs(List<CellEntry> entries, Predicate<CellEntry> which) {
        return entries.stream().filter(which).map(it -> it.inputs().orElse("")).collect(Collectors.toSet());
    }
}
