package dev.interop.quic;

import static dev.interop.quic.VersionNumber.hex;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that both sides send Handshake packets, and that all of them have this version. */
record HandshakeVersion(long version) implements QuicCheck {
    @Override
    public String rule() {
        return "The Handshake packets of both sides carry version " + hex(version) + " only";
    }

    @Override
    public String section() {
        return "RFC 9368 §2.3, RFC 9369 §4.1";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        for (var side : Side.values()) {
            var result = examine(evidence, side);
            if (result instanceof CheckResult.Failed) {
                return result;
            }
        }
        return new CheckResult.Passed();
    }

    private CheckResult examine(Evidence evidence, Side side) {
        var trace = evidence.trace(side, Depth.HEADERS);
        var handshakes = trace.sent(side, PacketType.HANDSHAKE);
        var expected = "version " + hex(version);
        if (handshakes.isEmpty()) {
            return failed(expected, "the " + side.label() + " sent no Handshake packet", trace)
                    .restingOn(side);
        }
        return handshakes.stream()
                .filter(it -> it.version() != version)
                .findFirst()
                .map(it -> failed(
                                expected,
                                "the %s sent version %s".formatted(side.label(), hex(it.version())),
                                trace,
                                it)
                        .shown())
                .orElseGet(CheckResult.Passed::new);
    }
}
