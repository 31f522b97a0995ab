package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/** How a published namespace is withdrawn: a message of its own up to draft 16, the request stream's end in draft 18. */
public sealed interface Withdrawal permits PublishNamespaceDone, StreamEnd {
    /** Who sent it. */
    Side from();

    /** Where it was seen. */
    CapturePosition place();
}
