package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that the server sends no Retry packet. */
record NoRetry() implements QuicCheck {
    @Override
    public String rule() {
        return "The server sends no Retry packet";
    }

    @Override
    public String section() {
        return "RFC 9000 §8.1.2";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.HEADERS);
        if (trace.packets().stream().noneMatch(it -> it.from() == Side.SERVER)) {
            return failed("packets other than Retry", "the server sent nothing", trace)
                    .restingOn(Side.SERVER);
        }
        return trace.sent(Side.SERVER, PacketType.RETRY).stream()
                .findFirst()
                .map(it -> failed("no Retry packet", "the server sent a Retry", trace, it)
                        .shown())
                .orElseGet(() -> new CheckResult.Passed().restingOn(Side.SERVER));
    }
}
