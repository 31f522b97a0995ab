package dev.interop.quic;

import static dev.interop.quic.VersionNumber.hex;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that all of the server's Initial packets have this version. */
record ServerVersion(long version) implements QuicCheck {
    @Override
    public String rule() {
        return "The server's Initial packets carry version " + hex(version) + " only";
    }

    @Override
    public String section() {
        return "RFC 9000 §15";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.HEADERS);
        var initials = trace.sent(Side.SERVER, PacketType.INITIAL);
        if (initials.isEmpty()) {
            return failed("version " + hex(version), "the server sent no Initial packet", trace)
                    .restingOn(Side.SERVER);
        }
        return initials.stream()
                .filter(it -> it.version() != version)
                .findFirst()
                .map(it -> failed("version " + hex(version), "the server sent version " + hex(it.version()), trace, it)
                        .shown())
                .orElseGet(() -> new CheckResult.Passed().restingOn(Side.SERVER));
    }
}
