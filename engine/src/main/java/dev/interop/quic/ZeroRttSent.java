package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.HashSet;
import java.util.Optional;

/** Checks that the client sends 0-RTT data. */
record ZeroRttSent() implements QuicCheck {
    @Override
    public String rule() {
        return "The client sends 0-RTT data";
    }

    @Override
    public String section() {
        return "RFC 9001 §4.6, RFC 9000 §17.2.3";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HEADERS);
        int bytes = trace.sent(Side.CLIENT, PacketType.ZERO_RTT).stream()
                .mapToInt(Packet::payloadLength)
                .sum();
        if (bytes > 0) {
            return new CheckResult.Passed().shown();
        }
        var expected = "0-RTT packets with data";
        var seen = "the client sent no 0-RTT packet";
        return lastStart(trace)
                .map(it -> failed(expected, seen, trace, it))
                .orElseGet(() -> failed(expected, seen, trace))
                .restingOn(Side.CLIENT);
    }

    /**
     * The first packet of the client's last connection. Until a client knows a connection ID of the server, it chooses a
     * random one (RFC 9000 §7.2).
     */
    private static Optional<Packet> lastStart(Trace trace) {
        var servers = new HashSet<String>();
        var starts = new HashSet<String>();
        Optional<Packet> last = Optional.empty();
        for (var packet : trace.packets()) {
            if (packet.from() == Side.SERVER) {
                servers.add(packet.scid());
            } else if (packet.type() == PacketType.INITIAL
                    && !servers.contains(packet.dcid())
                    && starts.add(packet.dcid())) {
                last = Optional.of(packet);
            }
        }
        return last;
    }
}
