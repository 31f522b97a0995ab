package dev.interop.cli.check;

import dev.interop.moqt.tap.TapReason;
import dev.interop.recording.ContainerEnd;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportSource;
import dev.interop.verdict.ReportedOutcome;
import java.util.Optional;
import java.util.Set;

/** What a client reported, where clients do. */
final class Reports {
    private static final Set<ReasonCode> BROKEN = Set.of(
            TapReason.PLAN_MISSING,
            TapReason.POINTS_MISSING,
            TapReason.REPORT_INVALID,
            ReasonCode.REPORT_MISSING,
            TapReason.CASE_MISSING);

    private Reports() {}

    /** Whether the subject is a client of a protocol whose clients report. */
    static boolean concern(Subject subject) {
        return subject.connects()
                && subject.protocol().testCases().stream().anyMatch(it -> it.reportSource() != ReportSource.EXIT_CODE);
    }

    static Optional<ReportedOutcome> statement(ImageEvidence evidence) {
        return evidence.run().flatMap(it -> it.test().reportSource().of(it.recording()));
    }

    /** Why no report can be asked for, if so. */
    static Optional<String> nothing(ImageEvidence evidence) {
        var said = statement(evidence);
        if (said.isEmpty()) {
            return Optional.of(evidence.noRun());
        }
        if (said.get().outcome() == Outcome.UNSUPPORTED) {
            return Optional.of("nothing is reported beside exit code 127");
        }
        return evidence.run().filter(Reports::endedBefore).map(it -> "it ended before it reported anything");
    }

    /** Whether it ended with a failure and without a word of a report, as one does that cannot begin. */
    static boolean endedBefore(CheckedCell run) {
        var ending = run.recording().ending(run.subject().part());
        return run.verdict().reason().code().equals(ReasonCode.REPORT_MISSING)
                && ending.filter(it -> it.how() == ContainerEnd.How.EXITED && !it.exitedWith(0))
                        .isPresent();
    }

    /** Whether what is wrong with a run is its report or its exit code, which requirements of their own are about. */
    static boolean isAtFault(CheckedCell run) {
        var code = run.verdict().reason().code();
        return !endedBefore(run) && (BROKEN.contains(code) || code.equals(TapReason.WRONG_EXIT_CODE));
    }

    /** Whether it is no whole report. */
    static boolean isBroken(ReportedOutcome said) {
        return BROKEN.contains(said.reason().code());
    }
}
