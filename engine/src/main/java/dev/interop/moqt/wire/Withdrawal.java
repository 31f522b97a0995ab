package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/** The withdrawal of a published namespace: a message up to draft 16, the end of the request's stream in draft 18. */
public sealed interface Withdrawal permits PublishNamespaceDone, StreamEnd {
    /** The side that sent it. */
    Side from();

    /** The position in the capture. */
    CapturePosition place();
}
