package dev.interop.webtransport;

import dev.interop.trace.ConnectionClose;
import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A close of the connection because the peer does not meet what WebTransport requires of it. Before the handshake is confirmed an
 * application's close is also sent in Handshake packets, where QUIC puts APPLICATION_ERROR in the place of its code (RFC 9000 §10.2.3); if
 * no packet with the code can be read, the cause is not named.
 *
 * @param in the last packet with the close
 * @param isNamed whether its code says the cause
 */
record Refusal(Packet in, boolean isNamed) {
    /** RFC 9000 §20.1. */
    private static final long APPLICATION_ERROR = 0x0c;

    /** The refusal by a side; empty if it closed with another code, or did not close. */
    static Optional<Refusal> by(Side side, Trace trace) {
        var code = last(side, trace, it -> it.type() == FrameType.CONNECTION_CLOSE_APPLICATION);
        if (code.isPresent()) {
            return last(side, trace, it -> it.code() == Draft.REQUIREMENTS_NOT_MET)
                    .map(it -> new Refusal(it, true));
        }
        return last(side, trace, it -> it.code() == APPLICATION_ERROR).map(it -> new Refusal(it, false));
    }

    private static Optional<Packet> last(Side side, Trace trace, Predicate<ConnectionClose> condition) {
        return trace.packets().stream()
                .filter(it -> it.from() == side)
                .filter(it -> it.contents()
                        .flatMap(has -> has.close().filter(condition))
                        .isPresent())
                .reduce((a, b) -> b);
    }

    /** What the side did, in words that follow its name. */
    String words() {
        return isNamed
                ? "closed the connection with WT_REQUIREMENTS_NOT_MET (0x%x)".formatted(Draft.REQUIREMENTS_NOT_MET)
                : "closed the connection with APPLICATION_ERROR (0x%x) in the handshake, which stands for a code of HTTP/3 or WebTransport"
                        .formatted(APPLICATION_ERROR);
    }
}
