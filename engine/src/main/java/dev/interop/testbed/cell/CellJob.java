package dev.interop.testbed.cell;

import dev.interop.plan.Cell;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cell to be run.
 *
 * @param cell the cell
 * @param folder the folder of the recording; does not exist yet or is empty
 * @param clientStdout gets the bytes of the client's standard output as they come, one call at a time in a thread of its
 *     own, and all of them before the run returns
 * @param stopObserver sees what runs in the containers when they are stopped
 * @param keepRule decides whether its containers stay
 */
@API(status = Status.INTERNAL)
public record CellJob(
        Cell cell, Path folder, Consumer<byte[]> clientStdout, StopObserver stopObserver, KeepRule keepRule) {
    /** A cell without a stop observer, whose containers do not stay. */
    public CellJob(Cell cell, Path folder, Consumer<byte[]> clientStdout) {
        this(cell, folder, clientStdout, StopObserver.NOBODY);
    }

    /** A cell whose containers do not stay. */
    public CellJob(Cell cell, Path folder, Consumer<byte[]> clientStdout, StopObserver stopObserver) {
        this(cell, folder, clientStdout, stopObserver, KeepRule.NEVER);
    }

    /** The same cell, with this rule about its containers. */
    public CellJob with(KeepRule rule) {
        return new CellJob(cell, folder, clientStdout, stopObserver, rule);
    }
}
