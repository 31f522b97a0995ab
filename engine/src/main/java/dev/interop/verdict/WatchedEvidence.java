package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Completeness.Flood;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence that notes the captures that a check looks at. Packets that were not read count as neither sent nor absent: a result that
 * rests on everything that a side sent holds only if all of it was captured and read.
 */
final class WatchedEvidence implements Evidence {
    private final Evidence evidence;
    private final List<Trace> used = new ArrayList<>();

    WatchedEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Recording recording() {
        return evidence.recording();
    }

    @Override
    public Trace trace(Side side, Depth depth) {
        var trace = evidence.trace(side, depth);
        used.add(trace);
        return trace;
    }

    /**
     * The result of a check on this evidence, which is undecided if it rests on packets that were not read. If they were not
     * read because of an endpoint's flood, it is failed: no endpoint gets out of a check by what it sends.
     */
    CheckResult limited(Check check, CheckResult result) {
        for (var trace : used) {
            var gap = trace.completeness().gap(result.restsOn());
            if (gap.isPresent()) {
                return trace.completeness()
                        .flood()
                        .<CheckResult>map(it -> flooded(check, result, it, gap.get(), trace))
                        .orElseGet(() -> undecided(result, gap.get()));
            }
        }
        return result;
    }

    private static CheckResult undecided(CheckResult result, String gap) {
        var seen = result instanceof CheckResult.Failed failed
                ? failed.findings().get(0).seen() + ", but "
                : "";
        return new CheckResult.Undecided(new Reason(ReasonCode.NO_TRACE, seen + gap));
    }

    private static CheckResult flooded(Check check, CheckResult result, Flood flood, String gap, Trace trace) {
        var finding = new Finding(
                check.rule(),
                check.section(),
                "no more packets than a capture can hold",
                "%s sent %s of %s captured frames, and %s"
                        .formatted(
                                flood.from().map(it -> "the " + it.label()).orElse("an unknown address"),
                                flood.frames(),
                                flood.all(),
                                gap),
                Location.ofFile(trace.file()));
        return new CheckResult.Failed(Stream.concat(
                        result instanceof CheckResult.Failed failed ? failed.findings().stream() : Stream.empty(),
                        Stream.of(finding))
                .toList());
    }
}
