package dev.interop.quic;

import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the client's first packet on a new path goes to a connection ID that it used on no earlier path.
 */
record NewConnectionId() implements QuicCheck {
    @Override
    public String rule() {
        return "The client's first packet on a new path uses a new destination connection ID";
    }

    @Override
    public String section() {
        return "RFC 9000 §9.5";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = Crossings.allOfClient(evidence).only(it -> it.from() == Side.CLIENT);
        Set<NetworkPath> paths = new HashSet<>();
        Map<String, Packet> lastUse = new HashMap<>();
        for (var packet : trace.packets()) {
            var path = NetworkPath.of(packet.datagram());
            boolean isNew = paths.add(path) && paths.size() > 1;
            if (isNew && packet.contents().isEmpty()) {
                return unreadable(trace, "the connection ID of packet " + packet.number());
            }
            var before = lastUse.get(packet.dcid());
            if (isNew && before != null) {
                return reused(trace, packet, before);
            }
            if (packet.contents().isPresent()) {
                lastUse.put(packet.dcid(), packet);
            }
        }
        return (paths.size() > 1
                        ? new CheckResult.Passed()
                        : failed("a new path that the client sends on", "there is none", trace))
                .restingOn(Side.CLIENT);
    }

    private CheckResult reused(Trace trace, Packet packet, Packet before) {
        return failed(
                        "a connection ID that the client did not use on another path",
                        "%s from %s to %s goes to %s, as packet %s on the old path did"
                                .formatted(
                                        packet.description(),
                                        packet.datagram().source(),
                                        packet.datagram().destination(),
                                        packet.dcid().isEmpty() ? "an empty connection ID" : packet.dcid(),
                                        before.number()),
                        trace,
                        packet)
                .shown();
    }
}
