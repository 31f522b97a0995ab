package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that a side marks datagrams as ECN-capable, and none as having met congestion. */
record EcnMarks(Side by) implements QuicCheck {
    private static final int NOT_CAPABLE = 0;
    private static final int CONGESTION_EXPERIENCED = 3;

    @Override
    public String rule() {
        return "The " + by.label() + " marks datagrams with ECT(0) or ECT(1), and none with CE";
    }

    @Override
    public String section() {
        return "RFC 9000 §13.4, RFC 3168 §5";
    }

    /** Looks at the capture of the sender's side: the network may change marks. */
    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(by, Depth.HEADERS).only(it -> it.from() == by);
        var expected = "datagrams with ECT(0) or ECT(1), none with CE";
        for (var packet : trace.packets()) {
            if (packet.datagram().ecn() == CONGESTION_EXPERIENCED) {
                return failed(expected, "the " + by.label() + " sent a datagram with CE", trace, packet)
                        .shown();
            }
        }
        if (trace.packets().stream().anyMatch(it -> it.datagram().ecn() != NOT_CAPABLE)) {
            return new CheckResult.Passed().restingOn(by);
        }
        var seen = "none of the %s's %s packets was in a marked datagram"
                .formatted(by.label(), trace.packets().size());
        return (trace.packets().isEmpty()
                        ? failed(expected, "the " + by.label() + " sent nothing", trace)
                        : failed(expected, seen, trace, trace.packets().get(0)))
                .restingOn(by);
    }
}
