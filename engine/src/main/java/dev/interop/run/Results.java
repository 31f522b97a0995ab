package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.recording.Recording;
import dev.interop.result.Attempts;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.result.PhaseTimes;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.verdict.Measure;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Creates the results of cells. */
final class Results {
    private Results() {}

    /** The result of a cell that ran. */
    static CellResult of(Cell cell, Recording recording, Judgement judgement, double judgeSeconds) {
        return new CellResult(
                recording.cell(),
                judgement.verdict(),
                recording.containers(),
                recording.setup().seed(),
                recording.setup().scenario(),
                Optional.of(PhaseTimes.of(recording.execution().times(), judgeSeconds)),
                judgement.span(),
                cell.test().measure().flatMap(it -> measured(it, judgement)),
                cell.logs(),
                Attempts.one(recording.execution().conditions()));
    }

    /** What one repetition of a cell measured; empty unless it succeeded. */
    static Optional<Measured> measured(Measure measure, Judgement judgement) {
        return judgement.value().stream()
                .mapToObj(it -> Measured.of(measure.unit(), List.of(it)))
                .findFirst();
    }

    /** The result of a cell that was not run. */
    static CellResult notRun(Cell cell, Verdict verdict) {
        return new CellResult(
                cell.identity(),
                verdict,
                Map.of(),
                cell.seed(),
                cell.protocol().scenario(cell.test()).orElse(""),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                "");
    }
}
