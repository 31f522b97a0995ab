package dev.interop.reuse;

import dev.interop.plan.Cell;
import dev.interop.plan.Skipped;
import dev.interop.result.CellResult;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What becomes of the cells of a plan.
 *
 * @param toRun the cells that run, in order
 * @param reused the cells that an earlier run's result stands for
 * @param skipped the cells that are left out
 */
@API(status = Status.INTERNAL)
public record Choice(List<Cell> toRun, List<Reused> reused, List<Skipped> skipped) {
    public Choice {
        toRun = List.copyOf(toRun);
        reused = List.copyOf(reused);
        skipped = List.copyOf(skipped);
    }

    /**
     * A cell that is not run.
     *
     * @param cell the cell
     * @param result the result of an earlier run, marked as such
     */
    public record Reused(Cell cell, CellResult result) {}

    /** All of these cells run, in their order. */
    public static Choice all(List<Cell> cells) {
        return new Choice(cells, List.of(), List.of());
    }
}
