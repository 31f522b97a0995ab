package dev.interop.cli.site;

import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An earlier run for comparisons, reduced to the outcome of each cell.
 *
 * @param started when it began
 * @param outcomes cell id → outcome
 */
@API(status = Status.INTERNAL)
public record PastRun(Instant started, Map<String, Outcome> outcomes) {
    public PastRun {
        outcomes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** Creates it from a run's cells. */
    public static PastRun of(Instant started, Collection<CellResult> cells) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        cells.forEach(it -> outcomes.put(it.id(), it.verdict().outcome()));
        return new PastRun(started, outcomes);
    }

    /** The outcome of a cell; empty if this run did not have it. */
    public Optional<Outcome> outcome(String cell) {
        return Optional.ofNullable(outcomes.get(cell));
    }
}
