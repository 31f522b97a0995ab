package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Trace;

/** What checks look at: a recording, and its captures as packets. */
public interface Evidence {
    /** The finished cell. */
    Recording recording();

    /**
     * The capture on the client's side, with no more than the unprotected headers. Cheap: takes no dissection.
     *
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace clientHeaders();

    /**
     * The capture on the server's side, with no more than the unprotected headers. Cheap: takes no dissection.
     *
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace serverHeaders();

    /**
     * The capture on the client's side of the simulator. Dissected at the first call.
     *
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace clientTrace();

    /**
     * The capture on the server's side of the simulator. Dissected at the first call.
     *
     * @throws dev.interop.trace.TraceUnavailable when there is none or it cannot be read
     */
    Trace serverTrace();
}
