package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that the client's 1-RTT packets have few bytes, so that its requests must have gone as 0-RTT data. */
record OneRttFromClient(int atMost) implements QuicCheck {
    @Override
    public String rule() {
        return "The client sends at most " + atMost + " bytes in 1-RTT packets: its requests go as 0-RTT data";
    }

    @Override
    public String section() {
        return "RFC 9001 §4.6";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.FULL);
        long bytes = 0;
        var sent = trace.sent(Side.CLIENT, PacketType.ONE_RTT);
        if (sent.isEmpty()) {
            return failed("some, but at most " + atMost, "the client sent no 1-RTT packet", trace)
                    .restingOn(Side.CLIENT);
        }
        for (var packet : sent) {
            bytes += packet.payloadLength();
            if (bytes > atMost) {
                long all = sent.stream().mapToLong(it -> it.payloadLength()).sum();
                return failed("at most " + atMost, all + " bytes in the client's 1-RTT packets", trace, packet)
                        .shown();
            }
        }
        return new CheckResult.Passed().restingOn(Side.CLIENT);
    }
}
