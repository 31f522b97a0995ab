package dev.interop.result;

import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.Expected;
import dev.interop.verdict.Outcome;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The result of a cell in one word: its outcome, and whether that is news. */
@API(status = Status.EXPERIMENTAL)
public enum CellStatus {
    /** It passed. */
    SUCCEEDED("succeeded", false),
    /** Sometimes it passes and sometimes not, as several attempts showed, or as is known of it. */
    FLAKY("flaky", false),
    /** It failed. */
    FAILED("failed", true),
    /** It failed, as is known of it. */
    KNOWN("known failing", false),
    /** It passed, and an entry about it is to be deleted or renewed. */
    STALE("passed, known failing", true),
    /** An implementation refused the test case. */
    UNSUPPORTED("unsupported", false),
    /** A check could not be made. */
    UNDECIDED("undecided", false),
    /** It was not run. */
    SKIPPED("skipped", false),
    /** The image, the container engine or the harness is at fault. */
    ERROR("error", true);

    private final String label;
    private final boolean failing;

    CellStatus(String label, boolean failing) {
        this.label = label;
        this.failing = failing;
    }

    /** The status of an outcome of which nothing was known, at the first attempt. */
    public static CellStatus of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case UNSUPPORTED -> UNSUPPORTED;
            case UNDECIDED -> UNDECIDED;
            case SKIPPED -> SKIPPED;
            case ERROR -> ERROR;
        };
    }

    static CellStatus of(CellResult cell) {
        var fails = cell.expected().stream().anyMatch(Expected::fails);
        return switch (cell.verdict().outcome()) {
            case SUCCEEDED -> fails ? STALE : passed(cell);
            case FAILED -> fails ? FAILED : excused(cell.expectedOfCell());
            default -> of(cell.verdict().outcome());
        };
    }

    /** A pass after attempts that failed and count is none that can be relied on. */
    private static CellStatus passed(CellResult cell) {
        return cell.earlier().stream().anyMatch(it -> it.counts() && it.outcome() == Outcome.FAILED)
                ? FLAKY
                : SUCCEEDED;
    }

    private static CellStatus excused(Optional<Expected> known) {
        return known.filter(Expected::excuses)
                .map(it -> it.kind() == ExpectationKind.FLAKY ? FLAKY : KNOWN)
                .orElse(FAILED);
    }

    /** The words for people, in lower case. */
    public String label() {
        return label;
    }

    /** Whether it came out as it should and is no news, so that it need not run again until something changes. */
    public boolean isGreen() {
        return this == SUCCEEDED || this == UNSUPPORTED;
    }

    /** Whether it fails a build. */
    public boolean failsBuild() {
        return failing;
    }
}
