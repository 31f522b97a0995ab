package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The input of a check: a recording, and its captures as packets. */
@API(status = Status.EXPERIMENTAL)
public interface Evidence {
    /** The finished cell. */
    Recording recording();

    /**
     * Returns a capture. It is read at the first call, and not again for the same or a lesser depth.
     *
     * @param side the side of the simulator; each side's capture holds the packets of both endpoints
     * @param depth how much of each packet must be dissected
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace trace(Side side, Depth depth);
}
