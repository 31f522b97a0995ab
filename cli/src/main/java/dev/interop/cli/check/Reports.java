package dev.interop.cli.check;

import dev.interop.recording.ContainerEnd;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportSource;
import dev.interop.verdict.ReportedOutcome;
import java.util.Optional;

/** Examines the reports of clients, for protocols whose clients report. */
final class Reports {
    private Reports() {}

    /** Whether the subject is a client of a protocol whose clients report. */
    static boolean applyTo(Subject subject) {
        return subject.connects()
                && subject.protocol().testCases().stream().anyMatch(it -> it.reportSource() != ReportSource.EXIT_CODE);
    }

    static Optional<ReportedOutcome> reported(ImageEvidence evidence) {
        return evidence.run().flatMap(it -> it.test().reportSource().of(it.recording()));
    }

    /** The reason why no report can be expected, if there is one. */
    static Optional<String> obstacle(ImageEvidence evidence) {
        var report = reported(evidence);
        if (report.isEmpty()) {
            return Optional.of(evidence.noRun());
        }
        if (report.get().outcome() == Outcome.UNSUPPORTED) {
            return Optional.of("nothing is reported beside exit code 127");
        }
        return evidence.run().filter(Reports::endedBefore).map(it -> "it ended before it reported anything");
    }

    /** Whether the client ended with a failure before it reported anything, such as when it could not start. */
    static boolean endedBefore(CheckedCell run) {
        var ending = run.recording().ending(run.subject().containerRole());
        return run.verdict().reason().code().equals(ReasonCode.REPORT_MISSING)
                && ending.filter(it -> it.how() == ContainerEnd.How.EXITED && !it.exitedWith(0))
                        .isPresent();
    }

    /** Whether the fault of a cell is its report or its exit code, for which there are separate requirements. */
    static boolean isAtFault(CheckedCell run) {
        var code = run.verdict().reason().code();
        var exitCode = run.subject().protocol().contract().reportRequirements().exitCode();
        return !endedBefore(run)
                && (isIncomplete(run.subject(), code)
                        || exitCode.filter(it -> it.changes().containsKey(code)).isPresent());
    }

    /** Whether a reported outcome of this reason comes from an incomplete or invalid report. */
    static boolean isIncomplete(Subject subject, ReasonCode code) {
        return subject.protocol()
                .contract()
                .reportRequirements()
                .complete()
                .changes()
                .containsKey(code);
    }
}
