package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** When an image is fetched from its registry. Images below {@code localhost/} never are. */
@API(status = Status.INTERNAL)
public enum PullPolicy {
    /** Pulled when it is not on this machine. */
    MISSING,
    /** Never pulled. */
    NEVER,
    /** Pulled before the first cell that needs it, even if a copy is on this machine. */
    ALWAYS
}
