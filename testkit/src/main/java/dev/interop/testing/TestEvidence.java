package dev.interop.testing;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Evidence;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Evidence of a test: a recording, and one trace that stands for both captures, in every depth.
 *
 * @param recording the finished cell
 * @param trace what either side's capture shows
 */
@API(status = Status.EXPERIMENTAL)
public record TestEvidence(Recording recording, Trace trace) implements Evidence {
    @Override
    public Trace trace(Side side, Depth depth) {
        return trace;
    }
}
