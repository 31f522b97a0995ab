package dev.interop.testbed.lane;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Attaches containers of a user's own (a proxy, a traffic generator, a capture) to lanes. Implementations are found by
 * {@link java.util.ServiceLoader}; each needs a public constructor without parameters. What one throws becomes a note and
 * changes no verdict. Calls come one after the other, never for two lanes at once.
 */
@API(status = Status.EXPERIMENTAL)
public interface LaneExtension {
    /**
     * Called once the lane's networks are there, before its first cell.
     *
     * @throws Exception for whatever reason; it becomes a note
     */
    default void opened(Lane lane) throws Exception {}

    /**
     * Called after the lane's last cell, before its networks go, if {@link #opened} was called for it. A container that is in
     * one of them still, and does not carry {@link Lane#labels()}, is disconnected afterwards.
     *
     * @throws Exception for whatever reason; it becomes a note
     */
    default void closing(Lane lane) throws Exception {}
}
