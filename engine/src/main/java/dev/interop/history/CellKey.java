package dev.interop.history;

import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The results of these are compared over runs: a cell over one network. The same cell over another one is another thing.
 *
 * @param cell the cell's id
 * @param scenario the simulator's scenario, empty without a simulator
 */
@API(status = Status.INTERNAL)
public record CellKey(String cell, String scenario) {
    /** The key of a planned cell. */
    public static CellKey of(Cell cell) {
        return new CellKey(cell.id(), cell.protocol().scenario(cell.test()).orElse(""));
    }

    /** The key of a result. */
    public static CellKey of(CellResult result) {
        return new CellKey(result.id(), result.scenario());
    }
}
