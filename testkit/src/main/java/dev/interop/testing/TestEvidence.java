package dev.interop.testing;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Evidence;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Evidence for tests: a recording, and one trace that is used for both captures and every depth.
 *
 * @param recording the recording
 * @param trace the trace of either capture
 */
@API(status = Status.EXPERIMENTAL)
public record TestEvidence(Recording recording, Trace trace) implements Evidence {
    @Override
    public Trace trace(Side side, Depth depth) {
        return trace;
    }
}
