package dev.interop.quic;

import dev.interop.trace.Packet;
import dev.interop.trace.Trace;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A check that looks at packets, with ways to say what it found. Packets are found by {@link Trace#sent} and
 * {@link Trace#only}.
 */
@API(status = Status.EXPERIMENTAL)
public interface QuicCheck extends Check {
    /** Creates a failure with one finding, shown by a packet. */
    default CheckResult failed(String expected, String seen, Trace trace, Packet packet) {
        return failed(expected, seen, Location.of(trace, packet));
    }

    /** Creates a failure with one finding about something that is missing in a trace. */
    default CheckResult failed(String expected, String seen, Trace trace) {
        return failed(expected, seen, Location.ofFile(trace.file()));
    }

    /**
     * Creates an undecided result for contents that the dissector did not show although their packets were captured.
     *
     * @param what what it did not show, such as {@code a ClientHello}
     */
    default CheckResult unreadable(Trace trace, String what) {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.TRACE_UNREADABLE, trace.file() + ": the dissector did not show " + what));
    }
}
