package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The event that ended a cell. */
@API(status = Status.EXPERIMENTAL)
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
    /** The cell could not be started; see {@link Recording#fault()}. */
    FAULT
}
