package dev.interop.cli.check;

import dev.interop.moqt.tap.TapReason;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.CheckResult;

/** The exit code agrees with the report. */
final class ReportAgreesWithExit implements Requirement {
    @Override
    public String rule() {
        return "the exit code agrees with the report";
    }

    @Override
    public String section() {
        return "4.2";
    }

    @Override
    public boolean concerns(Subject subject) {
        return Reports.applyTo(subject);
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        var exited = evidence.run()
                .flatMap(it -> it.recording().ending(ContainerRole.CLIENT))
                .filter(it -> it.how() == ContainerEnd.How.EXITED);
        if (evidence.run().isPresent() && exited.isEmpty()) {
            return answers().notChecked("it did not end by itself");
        }
        var nothing = Reports.obstacle(evidence);
        if (nothing.isPresent()) {
            return answers().notChecked(nothing.get());
        }
        var report = Reports.reported(evidence).orElseThrow();
        if (Reports.isBroken(report)) {
            return answers().notChecked("no whole report that it could agree with");
        }
        return report.reason().code().equals(TapReason.WRONG_EXIT_CODE)
                ? answers().notMet(report.reason().text(), "end with 0 when all points are ok, with 1 when one is not")
                : answers().met("exit code " + exited.get().exitCode().orElseThrow());
    }
}
