package dev.interop.run;

import dev.interop.recording.CellEnd;
import dev.interop.recording.Recording;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.testbed.cell.KeepRule;
import dev.interop.testbed.cell.KeptCell;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps the containers of a cell if it is the first that failed and is not known to fail, and begins no further cell then. */
final class KeepFailed implements KeepRule {
    private final RunStop stop;
    private final Function<Recording, CellResult> judge;
    private final Consumer<List<String>> notes;
    private final String removal;
    private Optional<CellResult> result = Optional.empty();
    private Optional<Recording> recorded = Optional.empty();

    /**
     * @param judge judges the cell
     * @param notes gets the lines that say how to get into the containers
     * @param removal the command that removes them
     */
    KeepFailed(RunStop stop, Function<Recording, CellResult> judge, Consumer<List<String>> notes, String removal) {
        this.stop = stop;
        this.judge = judge;
        this.notes = notes;
        this.removal = removal;
    }

    /** The result of the cell, if it was judged already. */
    synchronized Optional<CellResult> result() {
        return result;
    }

    @Override
    public synchronized boolean keeps(Recording recording) {
        if (recording.end() == CellEnd.CANCELLED || stop.isCancelled()) {
            return false;
        }
        var judged = judge.apply(recording);
        result = Optional.of(judged);
        recorded = Optional.of(recording);
        // A cell that runs again is not the one to look at.
        return judged.status() == CellStatus.FAILED
                && Rerun.of(judged).isEmpty()
                && stop.because(Verdict.of(
                        Outcome.SKIPPED,
                        ReasonCode.CANCELLED,
                        "not begun: the run ended at %s, whose containers are kept"
                                .formatted(FailureCard.title(judged))));
    }

    @Override
    public synchronized void kept(KeptCell cell) {
        notes.accept(new KeptCellNotes(cell, recorded.orElseThrow()).lines(result.orElseThrow(), removal));
    }
}
