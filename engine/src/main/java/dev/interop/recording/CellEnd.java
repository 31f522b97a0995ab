package dev.interop.recording;

/** What ended a cell. */
public enum CellEnd {
    /** The client's container ended first, as it should. */
    CLIENT,
    /** The server's container ended before the client's. */
    SERVER,
    /** The simulator's container ended before the client's. */
    SIM,
    /** The time limit was reached. */
    TIME_LIMIT,
    /** The run was cancelled. */
    CANCELLED,
    /** It never got going; see {@link Recording#fault()}. */
    FAULT
}
