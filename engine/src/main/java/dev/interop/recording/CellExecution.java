package dev.interop.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The execution of a cell.
 *
 * @param started the start time in milliseconds since the epoch
 * @param times the durations of its phases
 * @param end the event that ended it
 * @param fault the fault that prevented it, if any
 * @param conditions the conditions that it ran under, if they were observed
 */
@API(status = Status.EXPERIMENTAL)
public record CellExecution(
        long started, Times times, CellEnd end, Optional<Fault> fault, Optional<MachineConditions> conditions) {
    /** An execution whose conditions were not observed. */
    public CellExecution(long started, Times times, CellEnd end, Optional<Fault> fault) {
        this(started, times, end, fault, Optional.empty());
    }

    /** Returns a copy with this fault, unless there is one already: the first fault counts. */
    CellExecution withFault(Fault other) {
        return new CellExecution(started, times, end, fault.or(() -> Optional.of(other)), conditions);
    }

    /** Returns a copy with these conditions. */
    CellExecution withConditions(MachineConditions observed) {
        return new CellExecution(started, times, end, fault, Optional.of(observed));
    }
}
