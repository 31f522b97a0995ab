package dev.interop.moqt;

import dev.interop.protocol.TestCase;
import dev.interop.tap.TestPoint;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client that ran many test cases in one go claims of those that the contract knows was seen, on whichever of its
 * connections: which connection belongs to which test case is not to be told. Of the others nobody can say.
 *
 * @param parts the test cases of the contract
 */
record ClaimedCasesSeen(List<TestCase> parts) implements Check {
    ClaimedCasesSeen {
        parts = List.copyOf(parts);
    }

    @Override
    public String rule() {
        return "Each test case of the contract that the client reports as passed is seen on the wire";
    }

    @Override
    public String section() {
        return "MoQT contract, test cases";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var report = TapReport.of(recording);
        var findings = new ArrayList<Finding>();
        var open = new ArrayList<Reason>();
        for (var part : parts) {
            if (report.claims(part.name(), recording)) {
                for (var check : part.checks()) {
                    var result = check.examine(evidence);
                    if (result instanceof CheckResult.Failed failed) {
                        failed.findings().forEach(it -> findings.add(of(part, it)));
                    } else if (result instanceof CheckResult.Undecided undecided) {
                        open.add(undecided.reason());
                    }
                }
            }
        }
        if (!findings.isEmpty()) {
            return new CheckResult.Failed(findings);
        }
        var unknown = report.points().stream()
                .filter(it -> it.point().ok() && it.point().directive().isEmpty())
                .filter(it -> parts.stream().noneMatch(part -> isOf(part, it, evidence)))
                .map(TapReport::name)
                .toList();
        if (!unknown.isEmpty()) {
            open.add(new Reason(
                    ReasonCode.WIRE_UNREADABLE,
                    "no check knows what has to be seen of " + unknown.get(0)
                            + (unknown.size() == 1 ? "" : " and " + (unknown.size() - 1) + " more")));
        }
        return open.stream()
                .findFirst()
                .<CheckResult>map(CheckResult.Undecided::new)
                .orElseGet(CheckResult.Passed::new);
    }

    private static boolean isOf(TestCase part, TestPoint point, Evidence evidence) {
        return TapReport.names(part.name(), evidence.recording()).contains(TapReport.name(point));
    }

    /** Under this check's rule, which says that a claim was not seen; the seen says of what. */
    private Finding of(TestCase part, Finding it) {
        return new Finding(rule(), it.section(), it.expected(), part.name() + ": " + it.seen(), it.evidence());
    }
}
