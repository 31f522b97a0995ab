package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.reuse.CellChoice;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;

/** The time for all cells of a run, from its beginning on. A cell that would not end within it is not begun. */
final class TimeBudget {
    private final CellChoice choice;
    private final MonotonicTime time;
    private final long begin;

    TimeBudget(CellChoice choice, MonotonicTime time, long begin) {
        this.choice = choice;
        this.time = time;
        this.begin = begin;
    }

    /** The verdict on a cell that does not fit any more. */
    Optional<Verdict> obstacle(Cell cell) {
        if (choice.within().isEmpty()) {
            return Optional.empty();
        }
        var left = choice.within().get().minusNanos(time.nanos() - begin);
        var takes = choice.estimate(cell).orElse(Duration.ZERO);
        return left.compareTo(takes) > 0 ? Optional.empty() : Optional.of(verdict(left, takes));
    }

    private Verdict verdict(Duration left, Duration takes) {
        var text = left.isNegative() || left.isZero()
                ? "the time for the run, %s s, was over"
                        .formatted(choice.within().orElseThrow().toSeconds())
                : "it takes about %s s, and of the time for the run, %s s, only %s s were left"
                        .formatted(
                                takes.toSeconds(), choice.within().orElseThrow().toSeconds(), left.toSeconds());
        return Verdict.of(Outcome.SKIPPED, ReasonCode.NO_TIME, text);
    }
}
