package dev.interop.cli.site;

import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An earlier run for comparisons, reduced to what each cell came out as.
 *
 * @param started when it began
 * @param cells cell id → what it came out as
 */
@API(status = Status.INTERNAL)
public record PastRun(Instant started, Map<String, PastCell> cells) {
    public PastRun {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * What a cell came out as.
     *
     * @param outcome its outcome
     * @param status its outcome, and whether that was news
     */
    public record PastCell(Outcome outcome, CellStatus status) {}

    /** Creates it from a run's cells. */
    public static PastRun of(Instant started, Collection<CellResult> cells) {
        var past = new LinkedHashMap<String, PastCell>();
        cells.forEach(it -> past.put(it.id(), new PastCell(it.verdict().outcome(), it.status())));
        return new PastRun(started, past);
    }

    /**
     * The same, where a cell that it left out came out as in the newest of these runs that did not.
     *
     * @param earlier the runs before it, the oldest first
     */
    public PastRun after(List<PastRun> earlier) {
        var known = new LinkedHashMap<String, PastCell>();
        cells.forEach((id, cell) -> known.put(
                id,
                Stream.concat(earlier.stream(), Stream.of(this))
                        .flatMap(it -> it.cell(id).stream())
                        .filter(it -> it.outcome() != Outcome.SKIPPED)
                        .reduce((older, newer) -> newer)
                        .orElse(cell)));
        return new PastRun(started, known);
    }

    /** What a cell came out as; empty if this run did not have it. */
    public Optional<PastCell> cell(String id) {
        return Optional.ofNullable(cells.get(id));
    }

    /** The outcome of a cell; empty if this run did not have it. */
    public Optional<Outcome> outcome(String id) {
        return cell(id).map(PastCell::outcome);
    }
}
