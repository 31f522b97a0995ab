package dev.interop.cli.check;

import dev.interop.protocol.ReportRequirement;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.CheckResult;
import java.util.Optional;

/**
 * The exit code agrees with the report.
 *
 * @param required the requirement of the protocol's contract
 */
record ReportAgreesWithExit(ReportRequirement required) implements Requirement {
    @Override
    public String rule() {
        return required.rule();
    }

    @Override
    public String section() {
        return required.section();
    }

    @Override
    public boolean concerns(ImageEvidence evidence) {
        return Reports.applyTo(evidence.subject());
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
        var reason = Reports.reported(evidence).orElseThrow().reason();
        if (Reports.isIncomplete(evidence.subject(), reason.code())) {
            return answers().notChecked("no complete report that it could agree with");
        }
        return Optional.ofNullable(required.changes().get(reason.code()))
                .map(it -> answers().notMet(reason.text(), it))
                .orElseGet(() ->
                        answers().met("exit code " + exited.get().exitCode().orElseThrow()));
    }
}
