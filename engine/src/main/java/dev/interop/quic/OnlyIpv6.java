package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that no QUIC packet goes over IPv4. */
record OnlyIpv6() implements QuicCheck {
    @Override
    public String rule() {
        return "All QUIC packets go over IPv6";
    }

    @Override
    public String section() {
        return "endpoint contract, name server6";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HEADERS);
        var packets = trace.packets().stream()
                .filter(it -> it.type() != PacketType.OTHER)
                .toList();
        if (packets.isEmpty()) {
            return failed("QUIC packets over IPv6", "there are none", trace);
        }
        return packets.stream()
                .filter(it -> !it.datagram().source().isIpv6())
                .findFirst()
                .map(it -> failed(
                                "packets over IPv6 only",
                                "the %s sent a packet from %s"
                                        .formatted(
                                                it.from().label(), it.datagram().source()),
                                trace,
                                it)
                        .shown())
                .orElseGet(CheckResult.Passed::new);
    }
}
