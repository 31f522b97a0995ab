package dev.interop.cli;

import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import java.util.Collection;

/** The exit codes of {@code ./interop}. */
final class ExitCode {
    /** All cells passed, or were skipped, unsupported, undecided, flaky or failing as is known. */
    static final int OK = 0;
    /** Cells failed, or an entry of the expectations is wrong now. */
    static final int FAILED = 1;
    /** The user's input or a registry is wrong. */
    static final int USAGE = 2;
    /** The container engine, an image or the harness failed. */
    static final int HARNESS = 3;

    private ExitCode() {}

    /** A fault of the harness outweighs a failed cell: the matrix cannot be trusted as a whole. */
    static int of(Collection<CellResult> cells) {
        return of(
                cells.stream().anyMatch(it -> it.status() == CellStatus.ERROR),
                cells.stream().anyMatch(it -> it.status().failsBuild()));
    }

    /** Like {@link #of(Collection)}, for runs; also an entry of the expectations that has expired fails one. */
    static int ofRuns(Collection<RunResult> runs) {
        var cells = runs.stream().flatMap(it -> it.cells().stream()).toList();
        var hasExpired = runs.stream().anyMatch(it -> !it.expired().isEmpty());
        return Math.max(of(cells), hasExpired ? FAILED : OK);
    }

    /** Like {@link #of(Collection)}, where only the outcomes are known. */
    static int ofOutcomes(Collection<Outcome> outcomes) {
        return of(outcomes.contains(Outcome.ERROR), outcomes.contains(Outcome.FAILED));
    }

    private static int of(boolean hasError, boolean hasFailure) {
        if (hasError) {
            return HARNESS;
        }
        return hasFailure ? FAILED : OK;
    }
}
