package dev.interop.check;

import dev.interop.verdict.ReasonCode;
import java.util.Set;

/** A whole report on standard output, where the protocol's clients report. */
final class ReportsInTap implements Requirement {
    private static final Set<ReasonCode> BROKEN = Set.of(
            ReasonCode.BAILED_OUT,
            ReasonCode.PLAN_MISSING,
            ReasonCode.POINTS_MISSING,
            ReasonCode.REPORT_INVALID,
            ReasonCode.REPORT_MISSING,
            ReasonCode.CASE_MISSING);

    @Override
    public String text() {
        return "TAP on standard output, with a plan and all its points";
    }

    @Override
    public String section() {
        return "4.1";
    }

    @Override
    public boolean concerns(Subject subject) {
        return Reports.concern(subject);
    }

    @Override
    public Answer examine(Evidence evidence) {
        return Reports.statement(evidence)
                .<Answer>map(it -> BROKEN.contains(it.reason().code())
                        ? new Answer.NotMet(
                                it.reason().text(),
                                "print 'TAP version 14', the plan '1..N' and a line 'ok' or 'not ok' for each of the N")
                        : new Answer.Met(it.points() + (it.points() == 1 ? " point" : " points")))
                .orElseGet(() -> new Answer.NotAsked(evidence.noRun()));
    }
}
