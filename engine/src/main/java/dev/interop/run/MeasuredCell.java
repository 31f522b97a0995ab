package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repetitions of a measurement's cell. The first one that does not succeed is the result of the cell. */
final class MeasuredCell {
    private final Cell cell;
    private final int repetitions;
    private final List<Double> values = new ArrayList<>();

    MeasuredCell(Cell cell, int repetitions) {
        this.cell = cell;
        this.repetitions = repetitions;
    }

    /** How many repetitions have succeeded. */
    int count() {
        return values.size();
    }

    /** Adds a repetition. Returns the result of the cell, with all values, if it was the last. */
    Optional<CellResult> add(CellResult repetition) {
        if (repetition.verdict().outcome() != Outcome.SUCCEEDED) {
            return Optional.of(repetition);
        }
        repetition.measurement().map(Measured::values).ifPresent(values::addAll);
        return values.size() < repetitions
                ? Optional.empty()
                : Optional.of(repetition.with(cell.test().measure().map(it -> Measured.of(it.unit(), values))));
    }
}
