package dev.interop.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An attempt to run a cell that does not count, because its outcome was not the cell's own doing.
 *
 * @param outcome its outcome
 * @param reason the reason for the outcome, and thereby why the cell was run again
 * @param logs the folder of its recording, relative to the run's folder; empty if nothing was recorded
 */
@API(status = Status.EXPERIMENTAL)
public record EarlierAttempt(
        @JsonProperty(required = true) Outcome outcome,
        @JsonProperty(required = true) Reason reason,
        @JsonProperty(required = true) String logs) {}
