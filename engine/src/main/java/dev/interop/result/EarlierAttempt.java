package dev.interop.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An attempt to run a cell beside the one whose result is the cell's: it does not count, because its outcome was not the
 * cell's own doing, or counts with that one, because chance decides the test case.
 *
 * @param outcome its outcome
 * @param reason the reason for the outcome, and thereby why the cell was run again, if it was
 * @param logs the folder of its recording, relative to the run's folder; empty if nothing was recorded
 * @param seed the seed of its random values, if it counts
 */
@API(status = Status.EXPERIMENTAL)
public record EarlierAttempt(
        @JsonProperty(required = true) Outcome outcome,
        @JsonProperty(required = true) Reason reason,
        @JsonProperty(required = true) String logs,
        Optional<String> seed) {
    /** An attempt that does not count. */
    public EarlierAttempt(Outcome outcome, Reason reason, String logs) {
        this(outcome, reason, logs, Optional.empty());
    }

    /** Whether it counts with the one whose result is the cell's. */
    public boolean counts() {
        return seed.isPresent();
    }
}
