package com.example.quic;

import dev.interop.quic.QuicCheck;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that the client pads each datagram with an Initial packet to at least 1200 bytes. */
record PaddedInitials() implements QuicCheck {
    private static final int SMALLEST = 1200;

    @Override
    public String rule() {
        return "The client pads each datagram that carries an Initial packet to at least " + SMALLEST + " bytes";
    }

    @Override
    public String section() {
        return "RFC 9000 §14.1";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        // The capture on the client's side, as far as it can be read without keys.
        var trace = evidence.trace(Side.CLIENT, Depth.HEADERS);
        var initials = trace.sent(Side.CLIENT, PacketType.INITIAL);
        if (initials.isEmpty()) {
            return failed("a datagram with an Initial packet", "the client sent none", trace)
                    .restingOn(Side.CLIENT);
        }
        return initials.stream()
                .filter(PaddedInitials::isShort)
                .findFirst()
                .map(it -> failed(
                                "at least " + SMALLEST + " bytes",
                                "a datagram of " + it.datagram().length() + " bytes",
                                trace,
                                it)
                        .shown())
                .orElseGet(() -> new CheckResult.Passed().restingOn(Side.CLIENT));
    }

    private static boolean isShort(Packet packet) {
        return packet.datagram().length() < SMALLEST;
    }
}
