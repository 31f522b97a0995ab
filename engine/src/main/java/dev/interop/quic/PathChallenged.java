package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.ArrayList;

/** Checks that the server's first packet on each new path has a PATH_CHALLENGE. */
record PathChallenged() implements QuicCheck {
    @Override
    public String rule() {
        return "The server's first packet on a new path has a PATH_CHALLENGE";
    }

    @Override
    public String section() {
        return "RFC 9000 §9.3, §8.2.1";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.FULL);
        var findings = new ArrayList<Finding>();
        var newPaths = ServerPaths.of(trace).onNewPaths();
        if (newPaths.isEmpty()) {
            return failed("a new path that the server sends on", "there is none", trace)
                    .restingOn(Side.SERVER);
        }
        for (var first : newPaths) {
            if (first.stream().anyMatch(PathChallenged::isChallenge)) {
                continue;
            }
            var packet = first.get(0);
            if (first.stream().anyMatch(it -> it.contents().isEmpty())) {
                return unreadable(trace, "the frames of packet " + packet.number());
            }
            findings.add(finding(trace, packet));
        }
        return CheckResult.of(findings).restingOn(Side.SERVER);
    }

    private Finding finding(Trace trace, Packet packet) {
        return new Finding(
                rule(),
                section(),
                "a PATH_CHALLENGE in the server's first packet from %s to %s"
                        .formatted(packet.datagram().source(), packet.datagram().destination()),
                "it is " + packet.description(),
                Location.of(trace, packet));
    }

    private static boolean isChallenge(Packet packet) {
        return packet.contents().filter(it -> it.has(FrameType.PATH_CHALLENGE)).isPresent();
    }
}
