package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import dev.interop.result.PhaseTimes;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes cells' results of what is known of them. */
final class Results {
    private Results() {}

    /** The result of a cell that ran. */
    static CellResult of(Cell cell, Recording recording, Judgement judgement, double judgeSeconds) {
        var times = recording.times();
        return new CellResult(
                cell.id(),
                cell.protocol().name(),
                cell.client().name(),
                cell.server().name(),
                cell.test().name(),
                recording.transport(),
                recording.version(),
                judgement.verdict(),
                recording.images(),
                recording.builds(),
                recording.seed(),
                recording.scenario(),
                recording.endings(),
                Optional.of(new PhaseTimes(times.prepare(), times.start(), times.run(), times.copy(), judgeSeconds)),
                judgement.span(),
                Optional.empty(),
                cell.logs());
    }

    /** The result of a cell that was not run. */
    static CellResult notRun(Cell cell, Verdict verdict) {
        return new CellResult(
                cell.id(),
                cell.protocol().name(),
                cell.client().name(),
                cell.server().name(),
                cell.test().name(),
                cell.route().transport(),
                cell.route().version(),
                verdict,
                Map.of(),
                Map.of(),
                cell.seed(),
                cell.protocol().scenario(cell.test()).orElse(""),
                Map.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                "");
    }
}
