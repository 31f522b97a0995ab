package dev.interop.quic;

import static dev.interop.quic.VersionNumber.hex;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/**
 * Checks that a side sends an Initial packet of this version, among others.
 *
 * @param by the side
 */
record InitialVersion(Side by, long version) implements QuicCheck {
    @Override
    public String rule() {
        return "The " + by.label() + " sends an Initial packet of version " + hex(version);
    }

    @Override
    public String section() {
        return "RFC 9368 §2.3";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(by, Depth.HEADERS);
        var initials = trace.sent(by, PacketType.INITIAL);
        if (initials.stream().anyMatch(it -> it.version() == version)) {
            return new CheckResult.Passed().shown();
        }
        var expected = "an Initial packet of version " + hex(version);
        return initials.stream()
                .findFirst()
                .map(it -> failed(
                        expected, "the %s sent version %s only".formatted(by.label(), hex(it.version())), trace, it))
                .orElseGet(() -> failed(expected, "the " + by.label() + " sent no Initial packet", trace))
                .restingOn(by);
    }
}
