package dev.interop.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether packets or the client decide on a claimed pass. */
@API(status = Status.EXPERIMENTAL)
public enum Trust {
    /** Packets decide: a contradicted claim is a failure. */
    WIRE,
    /** The client decides: a contradicted claim is shown, but it does not change the outcome. */
    CLIENT
}
