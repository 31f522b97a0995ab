package dev.interop.history;

import dev.interop.expectation.CellReleases;
import dev.interop.expectation.SeenCell;
import dev.interop.result.CellResult;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is kept of a cell's result besides its outcome. Expectations that are written later are compared with the releases and
 * the reported results.
 *
 * @param releases the releases that the cell's name or its images said
 * @param reported the results that its client reported
 * @param result the whole result, as a line of {@code cells.jsonl}, if it is kept
 */
@API(status = Status.INTERNAL)
public record CellDetails(CellReleases releases, List<SeenCell.Part> reported, Optional<String> result) {
    /** Nothing is kept. */
    public static final CellDetails NONE =
            new CellDetails(new CellReleases(Optional.empty(), Optional.empty()), List.of(), Optional.empty());

    public CellDetails {
        reported = List.copyOf(reported);
    }

    /** Those of a result, without the whole of it. */
    static CellDetails of(CellResult result) {
        return new CellDetails(
                CellReleases.of(result.cell(), result.containers()), result.reported(), Optional.empty());
    }

    CellDetails with(Optional<String> line) {
        return new CellDetails(releases, reported, line);
    }
}
