package dev.interop.reuse;

import dev.interop.plan.Cell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Decides which cells of a plan run, and how much time each of them takes. */
@API(status = Status.INTERNAL)
public interface CellChoice {
    /** Every cell runs, in the plan's order, however long it takes. */
    CellChoice ALL = Choice::all;

    /** Decides about all cells before the first of them runs. */
    Choice of(List<Cell> cells);

    /** The time for all cells; empty if there is no limit. */
    default Optional<Duration> within() {
        return Optional.empty();
    }

    /** How long a lane is probably busy with a cell; empty if nothing is known. */
    default Optional<Duration> estimate(Cell cell) {
        return Optional.empty();
    }
}
