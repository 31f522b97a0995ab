package dev.interop.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a cell went.
 *
 * @param started when it began, milliseconds since the epoch
 * @param times what its phases took
 * @param end what ended it
 * @param fault why it could not be run, if it could not
 */
@API(status = Status.EXPERIMENTAL)
public record CellExecution(long started, Times times, CellEnd end, Optional<Fault> fault) {
    /** The same with this fault, unless there was one before: the first one counts. */
    CellExecution withFault(Fault other) {
        return new CellExecution(started, times, end, fault.or(() -> Optional.of(other)));
    }
}
