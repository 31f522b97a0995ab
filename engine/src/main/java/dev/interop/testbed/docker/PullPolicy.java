package dev.interop.testbed.docker;

/** When an image is fetched from its registry. Images below {@code localhost/} never are. */
public enum PullPolicy {
    /** When it is not on this machine. */
    MISSING,
    /** Never: what is not on this machine is missing. */
    NEVER,
    /** Before the first cell that needs it, even if a copy is on this machine. */
    ALWAYS
}
