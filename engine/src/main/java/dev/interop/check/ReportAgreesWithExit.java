package dev.interop.check;

import dev.interop.recording.Ending;
import dev.interop.recording.Part;
import dev.interop.verdict.ReasonCode;

/** The exit code says what the report says. */
final class ReportAgreesWithExit implements Requirement {
    @Override
    public String text() {
        return "the exit code agrees with the report";
    }

    @Override
    public String section() {
        return "4.2";
    }

    @Override
    public boolean concerns(Subject subject) {
        return Reports.concern(subject);
    }

    @Override
    public Answer examine(Evidence evidence) {
        var exited = evidence.run()
                .flatMap(it -> it.recording().ending(Part.CLIENT))
                .filter(it -> it.how() == Ending.How.EXITED);
        if (evidence.run().isPresent() && exited.isEmpty()) {
            return new Answer.NotAsked("it did not end by itself");
        }
        var nothing = Reports.nothing(evidence);
        if (nothing.isPresent()) {
            return new Answer.NotAsked(nothing.get());
        }
        var said = Reports.statement(evidence).orElseThrow();
        if (Reports.isBroken(said)) {
            return new Answer.NotAsked("no whole report that it could agree with");
        }
        return said.reason().code() == ReasonCode.WRONG_EXIT_CODE
                ? new Answer.NotMet(said.reason().text(), "end with 0 when all points are ok, with 1 when one is not")
                : new Answer.Met("exit code " + exited.get().exitCode().orElseThrow());
    }
}
