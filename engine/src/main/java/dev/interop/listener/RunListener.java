package dev.interop.listener;

import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Hears of a run as it goes. Listeners on the class path are found by {@link java.util.ServiceLoader}; each needs a
 * public constructor without parameters.
 *
 * <p>Calls come one at a time, from one thread, in the order of events. They come from a queue: a slow listener delays
 * no cell, and an exception changes no verdict; it is noted once, and the listener hears what follows. A listener that
 * is far behind misses some calls of {@link #cellReported}. Result files are written before {@link #cellEnded} and
 * {@link #runEnded} are called. When the run is over, listeners have half a minute to finish.
 */
@API(status = Status.EXPERIMENTAL)
public interface RunListener {
    /** The run begins; its results go to {@code folder}. */
    default void runStarted(Plan plan, Path folder) {}

    /** An implementation was asked for a test case that does not exist, or the cache knew its answer. */
    default void probed(ComplianceProbe probe) {}

    /** A cell begins. */
    default void cellStarted(Cell cell) {}

    /** A running cell's client reports something. */
    default void cellReported(Cell cell, Report report) {}

    /** A cell's containers have ended; it is being judged while its lane runs another one. */
    default void cellRecorded(Cell cell) {}

    /** A cell is decided, run or not. A cell that was not run never started. */
    default void cellEnded(Cell cell, CellResult result) {}

    /** Everything is decided and written. */
    default void runEnded(RunResult result) {}

    /** The run broke off, such as for a full disk; what was not decided by then is an error. Nothing is written. */
    default void runBrokeOff(RunResult result) {}

    /** A line for people that belongs to no cell. */
    default void note(String line) {}
}
