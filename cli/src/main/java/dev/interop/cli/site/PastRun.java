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
 * What is kept of a run for comparisons: how each cell came out.
 *
 * @param started when it began
 * @param outcomes cell id → outcome
 */
@API(status = Status.INTERNAL)
public record PastRun(Instant started, Map<String, Outcome> outcomes) {
    public PastRun {
        outcomes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** Of these cells. */
    public static PastRun of(Instant started, Collection<CellResult> cells) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        cells.forEach(it -> outcomes.put(it.id(), it.verdict().outcome()));
        return new PastRun(started, outcomes);
    }

    /** How a cell came out; empty when this run had no such cell. */
    public Optional<Outcome> outcome(String cell) {
        return Optional.ofNullable(outcomes.get(cell));
    }
}
