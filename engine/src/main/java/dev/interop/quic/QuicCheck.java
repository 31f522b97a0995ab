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

/** Creates findings and results for the QUIC checks. */
interface QuicCheck extends Check {
    /** Creates a finding of this check. */
    default Finding finding(String expected, String seen, Location where) {
        return new Finding(rule(), section(), expected, seen, where);
    }

    /** Creates a failure with one finding, shown by a packet. */
    default CheckResult failed(String expected, String seen, Trace trace, Packet packet) {
        return CheckResult.of(List.of(finding(expected, seen, Location.of(trace, packet))));
    }

    /** Creates a failure with one finding about something that is missing in a trace. */
    default CheckResult failed(String expected, String seen, Trace trace) {
        return CheckResult.of(List.of(finding(expected, seen, Location.ofFile(trace.file()))));
    }

    /** Creates an undecided result for contents that the dissector did not show although their packets were captured. */
    default CheckResult unreadable(Trace trace, String what) {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.TRACE_UNREADABLE, trace.file() + ": the dissector did not show " + what));
    }
}
