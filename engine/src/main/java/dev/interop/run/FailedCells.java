package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts failed cells, those apart that are known to fail, and begins no further cell once there are too many. Those that run come to their end. */
final class FailedCells implements RunListener {
    private final int most;
    private final RunStop stop;
    private final AtomicInteger failed = new AtomicInteger();

    /**
     * @param most the number of failed cells that ends the run
     */
    FailedCells(int most, RunStop stop) {
        this.most = most;
        this.stop = stop;
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        if (result.status() == CellStatus.FAILED && failed.incrementAndGet() >= most) {
            stop.because(Verdict.of(
                    Outcome.SKIPPED,
                    ReasonCode.CANCELLED,
                    "not begun: %s failed before (interop.limit.failures)".formatted(most)));
        }
    }
}
