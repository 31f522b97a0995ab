package dev.interop.moqt.check;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.List;

/** Checks that client and relay made a QUIC connection: both sent 1-RTT packets. Needs no keylog. */
record Connected() implements Check {
    @Override
    public String rule() {
        return "The client makes a QUIC connection with the relay";
    }

    @Override
    public String section() {
        return "RFC 9000 §7";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var share = RemoteRelay.of(recording, evidence.trace(Side.CLIENT, Depth.HEADERS));
        if (share.doubt().isPresent()) {
            return WireCheck.unreadable(share.doubt().get());
        }
        var trace = share.trace();
        for (var side : List.of(Side.CLIENT, Side.SERVER)) {
            if (trace.sent(side, PacketType.ONE_RTT).isEmpty()) {
                var seen = "no 1-RTT packet from the " + side.label() + " among "
                        + trace.packets().size() + " QUIC packets"
                        + recording.remoteServer().map(it -> " with " + it).orElse("");
                return CheckResult.of(List.of(new Finding(
                                rule(), section(), "1-RTT packets of both sides", seen, Location.ofFile(trace.file()))))
                        .restingOn(side);
            }
        }
        return new CheckResult.Passed().shown();
    }
}
