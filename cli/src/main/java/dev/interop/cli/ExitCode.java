package dev.interop.cli;

import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.util.Collection;

/** The exit codes of {@code ./interop}. */
final class ExitCode {
    /** All cells passed, or were skipped, unsupported or undecided. */
    static final int OK = 0;
    /** Cells failed. */
    static final int FAILED = 1;
    /** The user's input or a registry is wrong. */
    static final int USAGE = 2;
    /** The container engine, an image or the harness failed. */
    static final int HARNESS = 3;

    private ExitCode() {}

    /** A fault of the harness outweighs a failed cell: the matrix cannot be trusted as a whole. */
    static int of(Collection<CellResult> cells) {
        return ofOutcomes(cells.stream().map(it -> it.verdict().outcome()).toList());
    }

    /** As {@link #of}, where only the outcomes are known. */
    static int ofOutcomes(Collection<Outcome> outcomes) {
        if (outcomes.contains(Outcome.ERROR)) {
            return HARNESS;
        }
        return outcomes.contains(Outcome.FAILED) ? FAILED : OK;
    }
}
