package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What checks look at: a recording, and its captures as packets. */
@API(status = Status.EXPERIMENTAL)
public interface Evidence {
    /** The finished cell. */
    Recording recording();

    /**
     * A capture. Read at the first call, and not again for the same or a lesser depth.
     *
     * @param side of the simulator; what both sides sent was captured on either
     * @param depth how much of it is needed
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace trace(Side side, Depth depth);
}
