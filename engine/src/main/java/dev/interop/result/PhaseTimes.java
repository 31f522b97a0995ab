package dev.interop.result;

import dev.interop.recording.Times;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The durations of a cell's phases in seconds, including the judging.
 *
 * @param prepare certificates, files, creation of containers and copying in
 * @param start from the first start to the moment the client may begin
 * @param run until the cell's end
 * @param copy stopping and copying out
 * @param judge deciding the verdict
 */
@API(status = Status.EXPERIMENTAL)
public record PhaseTimes(double prepare, double start, double run, double copy, double judge) {
    /** Combines the phases of a recording with the duration of judging it. */
    public static PhaseTimes of(Times recorded, double judge) {
        return new PhaseTimes(recorded.prepare(), recorded.start(), recorded.run(), recorded.copy(), judge);
    }
}
