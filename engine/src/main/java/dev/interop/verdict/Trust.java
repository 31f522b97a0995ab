package dev.interop.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whose word counts where a client claims a pass. */
@API(status = Status.INTERNAL)
public enum Trust {
    /** The wire's: a claim that it contradicts is a failure. */
    WIRE,
    /** The client's; what the wire says is shown and decides nothing. */
    CLIENT
}
