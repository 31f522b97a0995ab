package dev.interop.verdict;

/** Whose word counts where a client claims a pass. */
public enum Trust {
    /** The wire's: a claim that it contradicts is a failure. */
    WIRE,
    /** The client's; what the wire says is shown and decides nothing. */
    CLIENT
}
