package dev.interop.expectation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interop.recording.CellIdentity;
import dev.interop.verdict.Outcome;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a cell, as far as expectations compare it.
 *
 * @param cell which cell it is
 * @param releases the releases of its implementations
 * @param outcome the outcome
 * @param parts the results that its client reported
 * @param failedByParts whether it failed, and the reported results are the only reason
 * @param hasRun whether it ran
 */
@API(status = Status.EXPERIMENTAL)
public record SeenCell(
        CellIdentity cell,
        CellReleases releases,
        Outcome outcome,
        List<Part> parts,
        boolean failedByParts,
        boolean hasRun) {
    public SeenCell {
        parts = List.copyOf(parts);
    }

    /**
     * A reported result that passed or failed.
     *
     * @param path its path within the report
     * @param passed whether it passed
     */
    public record Part(
            @JsonProperty(required = true) List<String> path,
            @JsonProperty(required = true) boolean passed) {
        public Part {
            path = List.copyOf(path);
        }
    }
}
