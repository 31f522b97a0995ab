package dev.interop.cli.site;

import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The same, where a cell that it left out came out as in the newest of these runs that did not.
     *
     * @param earlier the runs before it, the oldest first
     */
    public PastRun after(List<PastRun> earlier) {
        var known = new LinkedHashMap<String, Outcome>();
        outcomes.forEach((cell, outcome) -> known.put(
                cell,
                Stream.concat(earlier.stream(), Stream.of(this))
                        .flatMap(it -> it.outcome(cell).stream())
                        .filter(it -> it != Outcome.SKIPPED)
                        .reduce((older, newer) -> newer)
                        .orElse(outcome)));
        return new PastRun(started, known);
    }

    /** The outcome of a cell; empty if this run did not have it. */
    public Optional<Outcome> outcome(String cell) {
        return Optional.ofNullable(outcomes.get(cell));
    }
}
