package dev.interop.check;

import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Statement;
import dev.interop.verdict.Testimony;
import java.util.Optional;
import java.util.Set;

/** What a client reported, where clients do. */
final class Reports {
    private static final Set<ReasonCode> BROKEN = Set.of(
            ReasonCode.BAILED_OUT,
            ReasonCode.PLAN_MISSING,
            ReasonCode.POINTS_MISSING,
            ReasonCode.REPORT_INVALID,
            ReasonCode.REPORT_MISSING,
            ReasonCode.CASE_MISSING);

    private Reports() {}

    /** Whether the subject is a client of a protocol whose clients report. */
    static boolean concern(Subject subject) {
        return subject.connects()
                && subject.protocol().testCases().stream().anyMatch(it -> it.testimony() != Testimony.EXIT_CODE);
    }

    static Optional<Statement> statement(Evidence evidence) {
        return evidence.run().flatMap(it -> it.test().testimony().of(it.recording()));
    }

    /** Why no report can be asked for, if so. */
    static Optional<String> nothing(Evidence evidence) {
        var said = statement(evidence);
        if (said.isEmpty()) {
            return Optional.of(evidence.noRun());
        }
        return said.filter(it -> it.outcome() == Outcome.UNSUPPORTED)
                .map(it -> "nothing is reported beside exit code 127");
    }

    /** Whether it is no whole report. */
    static boolean isBroken(Statement said) {
        return BROKEN.contains(said.reason().code());
    }
}
