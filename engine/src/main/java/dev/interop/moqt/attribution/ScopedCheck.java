package dev.interop.moqt.attribution;

import dev.interop.moqt.check.WireCheck;
import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Applies a check to the connections of one test case when a client ran several in one cell. If it is not certain which
 * connections belong to the test case, the check fails only if it fails for every possible set, and is undecided otherwise.
 *
 * @param test the test case
 * @param check the check to apply
 */
@API(status = Status.INTERNAL)
public record ScopedCheck(String test, Check check) implements Check {
    @Override
    public Optional<String> casePart() {
        return Optional.of(test);
    }

    @Override
    public String rule() {
        return test + ": " + check.rule();
    }

    @Override
    public String section() {
        return check.section();
    }

    @Override
    public boolean needsKeys() {
        return check.needsKeys();
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var assignment = CaseConnections.of(evidence).assignment(test);
        var result = check.examine(new ConnectionEvidence(evidence, assignment.own()));
        if (!(result instanceof CheckResult.Failed failed)) {
            return assignment.unknown().<CheckResult>map(WireCheck::unreadable).orElse(result);
        }
        // A check may also fail because a set has too many connections, so every set is checked.
        if (!assignment.alternatives().stream().allMatch(it -> failsOn(it, evidence))) {
            return WireCheck.unreadable(assignment
                    .unknown()
                    .orElse("the expected messages may be on a connection that began while another test case ended"));
        }
        return new CheckResult.Failed(
                failed.findings().stream().map(this::scoped).toList());
    }

    private boolean failsOn(Set<ClientConnection> connections, Evidence evidence) {
        return check.examine(new ConnectionEvidence(evidence, connections)) instanceof CheckResult.Failed;
    }

    private Finding scoped(Finding finding) {
        return new Finding(
                rule(), finding.section(), finding.expected(), test + ": " + finding.seen(), finding.evidence());
    }

    /** Evidence reduced to the packets of some connections. */
    private record ConnectionEvidence(Evidence whole, Set<ClientConnection> connections) implements Evidence {
        @Override
        public Recording recording() {
            return whole.recording();
        }

        @Override
        public Trace trace(Side side, Depth depth) {
            return whole.trace(side, depth).only(packet -> connections.stream().anyMatch(it -> it.mayCarry(packet)));
        }
    }
}
