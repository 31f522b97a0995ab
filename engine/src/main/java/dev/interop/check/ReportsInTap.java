package dev.interop.check;

/** A whole report on standard output, where the protocol's clients report. */
final class ReportsInTap implements Requirement {
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
        var nothing = Reports.nothing(evidence);
        if (nothing.isPresent()) {
            return new Answer.NotAsked(nothing.get());
        }
        var said = Reports.statement(evidence).orElseThrow();
        return Reports.isBroken(said)
                ? new Answer.NotMet(
                        said.reason().text(),
                        "print 'TAP version 14', the plan '1..N' and a line 'ok' or 'not ok' for each of the N")
                : new Answer.Met(said.points() + (said.points() == 1 ? " point" : " points"));
    }
}
