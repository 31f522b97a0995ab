package dev.interop.check;

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
        return Reports.statement(evidence)
                .<Answer>map(it -> it.reason().code() == ReasonCode.WRONG_EXIT_CODE
                        ? new Answer.NotMet(
                                it.reason().text(), "end with 0 when all points are ok, with 1 when one is not")
                        : new Answer.Met("exit code " + code(evidence)))
                .orElseGet(() -> new Answer.NotAsked(evidence.noRun()));
    }

    private static String code(Evidence evidence) {
        return evidence.run()
                .flatMap(it -> it.recording().ending(Part.CLIENT))
                .map(it ->
                        it.exitCode().isPresent() ? String.valueOf(it.exitCode().getAsInt()) : "none")
                .orElse("none");
    }
}
