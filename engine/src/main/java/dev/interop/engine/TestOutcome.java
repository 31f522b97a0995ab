package dev.interop.engine;

import dev.interop.Printable;
import dev.interop.plan.Cell;
import dev.interop.report.CellsByEndpoint;
import dev.interop.report.FailureCard;
import dev.interop.report.KnownCells;
import dev.interop.report.Repetition;
import dev.interop.result.CellResult;
import dev.interop.run.PastFailures;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Converts verdicts into results of the platform. */
final class TestOutcome {
    private static final StackTraceElement[] NO_TRACE = {};

    private TestOutcome() {}

    /**
     * Converts a cell's result: failed checks are failures, faults are errors, unsupported and undecided cells are
     * aborted with their reason, and so are cells that fail as is known of them, and flaky ones.
     *
     * @param repetition how the cell is run again
     * @param past how often a cell failed before
     * @param run the run's folder, in which the logs are
     */
    static TestExecutionResult of(
            CellResult result, Cell cell, CellsByEndpoint known, Repetition repetition, PastFailures past, Path run) {
        var reason = result.verdict().reason();
        return switch (result.status()) {
            case SUCCEEDED -> TestExecutionResult.successful();
            case KNOWN, FLAKY -> TestExecutionResult.aborted(aborted(known(result)));
            case STALE -> TestExecutionResult.failed(failure(FailureCard.headline(result)));
            case FAILED ->
                TestExecutionResult.failed(failure(
                        result,
                        FailureCard.of(result, known, repetition)
                                .withPast(past.of(result, run))
                                .in(run)
                                .text()));
            case UNSUPPORTED, UNDECIDED, SKIPPED ->
                TestExecutionResult.aborted(aborted(reason.code().label() + ": " + reason.text()));
            case ERROR ->
                TestExecutionResult.failed(new HarnessFailure(reason.code().label() + ": " + reason.text() + " ("
                        + cell.client().origin() + ")" + logs(result, run)));
        };
    }

    /** What is known of the cell says the status already; several attempts do not. */
    private static String known(CellResult result) {
        var text = KnownCells.text(result);
        return FailureCard.known(result).isPresent() ? text : result.status().label() + ": " + text;
    }

    private static String logs(CellResult result, Path run) {
        return result.logs().isEmpty()
                ? ""
                : "; logs: " + run.resolve(result.logs()).toAbsolutePath().normalize();
    }

    /** A failure with this message. */
    static Throwable failure(String message) {
        return withoutStackTrace(new AssertionFailedError(Printable.lines(message)));
    }

    /** An aborted test with this message. */
    static Throwable aborted(String message) {
        return withoutStackTrace(new TestAbortedException(Printable.lines(message)));
    }

    private static Throwable failure(CellResult result, String message) {
        var findings = result.verdict().findings();
        return withoutStackTrace(
                findings.isEmpty()
                        ? new AssertionFailedError(Printable.lines(message))
                        : new AssertionFailedError(
                                Printable.lines(message),
                                Printable.lines(findings.get(0).expected()),
                                Printable.lines(findings.get(0).seen())));
    }

    private static <T extends Throwable> T withoutStackTrace(T throwable) {
        throwable.setStackTrace(NO_TRACE);
        return throwable;
    }
}
