package dev.interop.result;

import dev.interop.recording.MachineConditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The attempts to run a cell.
 *
 * @param conditions the conditions that the attempt ran under whose result is the cell's, if they were observed
 * @param earlier the others, in order: usually those before it
 * @param reused when the earlier run began whose result this is, if the cell was not run in this one
 */
@API(status = Status.EXPERIMENTAL)
public record Attempts(Optional<MachineConditions> conditions, List<EarlierAttempt> earlier, Optional<Instant> reused) {
    /** A single attempt, under conditions that were not observed. */
    static final Attempts ONE = new Attempts(Optional.empty(), List.of());

    public Attempts {
        earlier = List.copyOf(earlier);
    }

    /** Attempts in the present run. */
    public Attempts(Optional<MachineConditions> conditions, List<EarlierAttempt> earlier) {
        this(conditions, earlier, Optional.empty());
    }

    /** A single attempt under these conditions. */
    public static Attempts one(Optional<MachineConditions> conditions) {
        return new Attempts(conditions, List.of());
    }
}
