package dev.interop.quic;

import static java.util.stream.Collectors.toSet;

import dev.interop.trace.Contents;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/**
 * Checks that the server sends a Retry with a token, and that the client continues with an Initial packet that has this
 * token and does not restart its packet numbers. A server may answer a ClientHello in two Initial packets with two Retry
 * packets; the client follows one of them.
 */
record RetryFollowed() implements QuicCheck {
    private static final String FOLLOWED = "an Initial packet with the Retry's token";

    @Override
    public String rule() {
        return "The client follows the server's Retry with its token and does not reset the packet number";
    }

    @Override
    public String section() {
        return "RFC 9000 §8.1.2, §17.2.5.3";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HANDSHAKE);
        var retries = trace.sent(Side.SERVER, PacketType.RETRY);
        if (retries.isEmpty()) {
            return withoutRetry(trace, evidence.trace(Side.SERVER, Depth.HEADERS))
                    .restingOn(Side.SERVER);
        }
        for (var retry : retries) {
            if (retry.token().isEmpty()) {
                return failed("a Retry packet with a token", "the server sent a Retry without a token", trace, retry)
                        .shown();
            }
        }
        var tokens = retries.stream().map(Packet::token).collect(toSet());
        long highest = -1;
        for (var initial : trace.sent(Side.CLIENT, PacketType.INITIAL)) {
            boolean follows = tokens.contains(initial.token());
            if (initial.contents().isEmpty()) {
                return unreadable(trace, "the packet number of the client's Initial in packet " + initial.number());
            }
            long number = initial.contents().map(Contents::packetNumber).orElseThrow();
            if (follows && number <= highest) {
                return failed(
                                "packet number above " + highest,
                                "the client went on with packet number " + number,
                                trace,
                                initial)
                        .shown();
            }
            if (follows) {
                return new CheckResult.Passed().restingOn(Side.CLIENT);
            }
            highest = Math.max(highest, number);
        }
        return failed(FOLLOWED, "the client went on without the Retry's token", trace, retries.get(0))
                .restingOn(Side.CLIENT);
    }

    /** Fails with a finding at the Retry that the network lost, or at the server's first packet, which had to be one. */
    private CheckResult withoutRetry(Trace trace, Trace atServer) {
        var lost = atServer.sent(Side.SERVER, PacketType.RETRY);
        if (!lost.isEmpty()) {
            return failed(FOLLOWED, "the server's Retry did not come to the client", atServer, lost.get(0));
        }
        var expected = "a Retry packet with a token";
        var seen = "the server sent no Retry packet";
        return trace.packets().stream()
                .filter(it -> it.from() == Side.SERVER)
                .findFirst()
                .map(it -> failed(expected, seen, trace, it))
                .orElseGet(() -> failed(expected, seen, trace));
    }
}
