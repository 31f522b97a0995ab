package dev.interop.cli.check;

import dev.interop.recording.ContainerEnd.How;
import dev.interop.verdict.CheckResult;

/** The program receives SIGTERM and ends soon. */
final class StopsWhenAsked implements Requirement {
    /** 128 + SIGKILL: it did not end by itself within the grace. */
    private static final int KILLED = 137;

    @Override
    public String rule() {
        return "ends on SIGTERM";
    }

    @Override
    public String section() {
        return "3.4";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.stop().isEmpty()) {
            return answers().notChecked(evidence.run().isPresent() ? "it did no test case" : evidence.noRun());
        }
        var ending = evidence.stop().get().ending();
        if (ending.how() != How.STOPPED && ending.how() != How.TIMED_OUT) {
            return answers().notChecked("it ended by itself before SIGTERM was sent");
        }
        if (ending.exitCode().isEmpty() || ending.exitCode().getAsInt() == KILLED) {
            return answers()
                    .notMet(
                            "it went on and was killed after 10 s",
                            "let the start script exec the program, and let the program end on SIGTERM");
        }
        var kept = evidence.stop().get().keptFrom();
        if (kept.isPresent()) {
            return answers()
                    .notMet(
                            "the start script stays between the signal and " + kept.get()
                                    + ", which is killed without having received it",
                            "start the program with exec, as the script's last command and not in a pipe");
        }
        return answers().met("within 10 s");
    }
}
