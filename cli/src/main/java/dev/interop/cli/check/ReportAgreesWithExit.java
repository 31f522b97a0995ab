package dev.interop.cli.check;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
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
    public RequirementResult examine(ImageEvidence evidence) {
        var exited = evidence.run()
                .flatMap(it -> it.recording().ending(ContainerRole.CLIENT))
                .filter(it -> it.how() == ContainerEnd.How.EXITED);
        if (evidence.run().isPresent() && exited.isEmpty()) {
            return new RequirementResult.NotAsked("it did not end by itself");
        }
        var nothing = Reports.nothing(evidence);
        if (nothing.isPresent()) {
            return new RequirementResult.NotAsked(nothing.get());
        }
        var said = Reports.statement(evidence).orElseThrow();
        if (Reports.isBroken(said)) {
            return new RequirementResult.NotAsked("no whole report that it could agree with");
        }
        return said.reason().code() == ReasonCode.WRONG_EXIT_CODE
                ? new RequirementResult.NotMet(
                        said.reason().text(), "end with 0 when all points are ok, with 1 when one is not")
                : new RequirementResult.Met(
                        "exit code " + exited.get().exitCode().orElseThrow());
    }
}
