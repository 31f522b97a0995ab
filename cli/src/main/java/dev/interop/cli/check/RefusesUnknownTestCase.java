package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;

/** The endpoint ends with exit code 127 for a test case that does not exist. */
final class RefusesUnknownTestCase implements Requirement {
    @Override
    public String rule() {
        return "exit code 127 to an unknown test case";
    }

    @Override
    public String section() {
        return "3.2";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.probe().isEmpty()) {
            return answers()
                    .notChecked("a " + evidence.subject().role().label() + " does not get the test case's name");
        }
        var probe = evidence.probe().get();
        if (probe.fault().isPresent()) {
            return answers().notChecked("it did not start");
        }
        if (probe.compliant()) {
            return answers().met("127 to TESTCASE=" + probe.testcase());
        }
        return answers()
                .notMet(
                        "TESTCASE=" + probe.testcase() + ": "
                                + probe.behaviour().orElse("no answer"),
                        "look at TESTCASE first, and end with 127 unless it is one that you know");
    }
}
