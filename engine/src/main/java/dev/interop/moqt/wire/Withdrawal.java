package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The withdrawal of a published namespace: a message up to draft 16, the end of the request's stream in draft 18. */
@API(status = Status.INTERNAL)
public sealed interface Withdrawal permits PublishNamespaceDone, StreamEnd {
    /** The side that sent it. */
    Side from();

    /** The position in the capture. */
    CapturePosition place();
}
