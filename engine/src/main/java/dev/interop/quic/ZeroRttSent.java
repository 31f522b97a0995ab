package dev.interop.quic;

import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** The client sends 0-RTT data. */
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
        var trace = evidence.clientHeaders();
        int bytes = trace.sent(Side.CLIENT, PacketType.ZERO_RTT).stream()
                .mapToInt(Packet::payloadLength)
                .sum();
        return bytes > 0 ? new CheckResult.Passed() : failed("0-RTT packets with data", "the client sent none", trace);
    }
}
