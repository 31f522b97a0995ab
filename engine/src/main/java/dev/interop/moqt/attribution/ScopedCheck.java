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

/**
 * A check of one test case, of a client that ran many in one go: made on this test case's own connections. Where it is not
 * certain which those are, it fails where it fails on whatever they may be, and else stays open.
 *
 * @param test the test case
 * @param check what must hold of it
 */
public record ScopedCheck(String test, Check check) implements Check {
    @Override
    public Optional<String> part() {
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
        var share = CaseConnections.of(evidence).share(test);
        var result = check.examine(new Only(evidence, share.own()));
        if (!(result instanceof CheckResult.Failed failed)) {
            return share.unknown().<CheckResult>map(WireCheck::unreadable).orElse(result);
        }
        // More connections may show too much as well: one by one they need not.
        if (!share.others().stream().allMatch(it -> failsOn(it, evidence))) {
            return WireCheck.unreadable(share.unknown()
                    .orElse("what it needs may be on a connection that began while another test case ended"));
        }
        return new CheckResult.Failed(failed.findings().stream().map(this::mine).toList());
    }

    private boolean failsOn(Set<ClientConnection> some, Evidence evidence) {
        return check.examine(new Only(evidence, some)) instanceof CheckResult.Failed;
    }

    private Finding mine(Finding it) {
        return new Finding(rule(), it.section(), it.expected(), test + ": " + it.seen(), it.evidence());
    }

    /** The evidence of some connections alone. */
    private record Only(Evidence whole, Set<ClientConnection> connections) implements Evidence {
        @Override
        public Recording recording() {
            return whole.recording();
        }

        @Override
        public Trace trace(Side side, Depth depth) {
            return whole.trace(side, depth).only(packet -> connections.stream().anyMatch(it -> it.carries(packet)));
        }
    }
}
