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
 * Receives the events of a run while it is running. {@link java.util.ServiceLoader} finds the listeners on the class
 * path; each needs a public constructor without parameters.
 *
 * <p>Calls come one at a time, from one thread, in the order of events. They come from a queue: a slow listener delays
 * no cell. An exception changes no verdict; it is noted once, and the listener still receives later events. A listener
 * that falls far behind misses some calls of {@link #cellReported}. Result files are written before {@link #cellEnded}
 * and {@link #runEnded} are called. When the run is over, listeners have half a minute to finish.
 */
@API(status = Status.EXPERIMENTAL)
public interface RunListener {
    /** The run begins; its results go to {@code folder}. */
    default void runStarted(Plan plan, Path folder) {}

    /** An implementation was probed with an unknown test case, or the cache held the result of an earlier probe. */
    default void probed(ComplianceProbe probe) {}

    /** A cell begins. */
    default void cellStarted(Cell cell) {}

    /** A running cell's client reports something. */
    default void cellReported(Cell cell, Report report) {}

    /** A cell's containers have ended. The cell is judged while its lane runs the next one. */
    default void cellRecorded(Cell cell) {}

    /**
     * An attempt to run a cell ended in a way that was not the cell's own doing, such as with the loss of the container
     * engine. The cell is run again: {@link #cellStarted} is called once more. If the run ends before, the attempt counts
     * after all.
     */
    default void cellPutOff(Cell cell, CellResult attempt) {}

    /** A cell has its verdict, run or not. A cell that was not run gets no {@link #cellStarted} call. */
    default void cellEnded(Cell cell, CellResult result) {}

    /** All cells have their verdicts, and all results are written. */
    default void runEnded(RunResult result) {}

    /**
     * The run was aborted, for example because the disk is full. Cells without a verdict are errors. Nothing is
     * written.
     */
    default void runBrokeOff(RunResult result) {}

    /** A line of text for the user that belongs to no cell. */
    default void note(String line) {}
}
