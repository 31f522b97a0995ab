package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/**
 * Checks that the server sends at most three times as many bytes as came to it in the client's Initial packets, until the
 * client's address is validated: by a Handshake packet or by the token of a Retry. As in the public runner, up to four
 * times as many are tolerated; the result then says so. Bytes are those of UDP payloads.
 */
record Amplification() implements QuicCheck {
    private static final int LIMIT = 3;
    private static final int TOLERATED = 4;
    private static final String EXPECTED = "at most " + LIMIT + " times the bytes of the client's Initial packets";

    @Override
    public String rule() {
        return "Before the client's address is validated, the server sends at most " + LIMIT
                + " times the bytes that came to it";
    }

    @Override
    public String section() {
        return "RFC 9000 §8.1";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        return new Count(evidence.trace(Side.SERVER, Depth.HEADERS)).result();
    }

    /** One pass over a trace. */
    private final class Count {
        private final Trace trace;
        private long received;
        private long sent;
        private long datagram;
        private boolean hasRetry;
        private String excess = "";

        Count(Trace trace) {
            this.trace = trace;
        }

        CheckResult result() {
            for (var packet : trace.packets()) {
                if (packet.from() == Side.CLIENT && validates(packet)) {
                    return new CheckResult.Passed(excess).restingOn(Side.SERVER);
                }
                hasRetry |= packet.from() == Side.SERVER && packet.type() == PacketType.RETRY;
                if (packet.number() != datagram) {
                    datagram = packet.number();
                    add(packet);
                }
                if (sent > TOLERATED * received) {
                    return failed(EXPECTED, seen(), trace, packet).restingOn(Side.CLIENT);
                }
            }
            return failed("a Handshake packet from the client", "none came to the server", trace)
                    .restingOn(Side.CLIENT);
        }

        private boolean validates(Packet packet) {
            return packet.type() == PacketType.HANDSHAKE
                    || hasRetry
                            && packet.type() == PacketType.INITIAL
                            && !packet.token().isEmpty();
        }

        /** Adds the datagram that begins with this packet. */
        private void add(Packet first) {
            if (first.from() == Side.SERVER) {
                sent += first.datagram().length();
            } else if (first.type() == PacketType.INITIAL) {
                received += first.datagram().length();
            }
            if (sent > LIMIT * received) {
                excess = seen() + " (packet " + first.number() + "); up to " + TOLERATED + " times is tolerated";
            }
        }

        private String seen() {
            return "the server sent %s bytes after %s bytes of the client".formatted(sent, received);
        }
    }
}
