package dev.interop.quic;

import dev.interop.trace.Packet;
import dev.interop.trace.Trace;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.List;

/** What the QUIC checks have in common: how they say what they found. */
interface QuicCheck extends Check {
    /** This check's finding. */
    default Finding finding(String expected, String seen, Location where) {
        return new Finding(rule(), section(), expected, seen, where);
    }

    /** This check failed for one thing, shown by a packet. */
    default CheckResult failed(String expected, String seen, Trace trace, Packet packet) {
        return CheckResult.of(List.of(finding(expected, seen, Location.of(trace, packet))));
    }

    /** This check failed for something that is nowhere in a trace. */
    default CheckResult failed(String expected, String seen, Trace trace) {
        return CheckResult.of(List.of(finding(expected, seen, Location.ofFile(trace.file()))));
    }

    /** What the dissector did not show, though the packets that must hold it are there. */
    default CheckResult unreadable(Trace trace, String what) {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.TRACE_UNREADABLE, trace.file() + ": the dissector did not show " + what));
    }
}
