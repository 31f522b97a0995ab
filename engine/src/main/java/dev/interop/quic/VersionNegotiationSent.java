package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/**
 * Checks that the server answers the client's first packet with Version Negotiation, whose source connection ID is that
 * packet's destination connection ID. A client may start again with another one, so one such answer is enough.
 */
record VersionNegotiationSent() implements QuicCheck {
    @Override
    public String rule() {
        return "The server answers the client's first packet with Version Negotiation from its destination connection "
                + "ID";
    }

    @Override
    public String section() {
        return "RFC 9000 §6.1, §17.2.1";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HEADERS);
        var first = trace.packets().stream()
                .filter(it -> it.from() == Side.CLIENT && startsConnection(it))
                .findFirst();
        if (first.isEmpty()) {
            return failed("an Initial packet from the client", "the client sent none", trace)
                    .restingOn(Side.CLIENT);
        }
        var expected = "a Version Negotiation packet with source connection ID "
                + first.get().dcid();
        var answered = answered(trace, evidence);
        var answers = answered.sent(Side.SERVER, PacketType.VERSION_NEGOTIATION);
        if (answers.isEmpty()) {
            return failed(expected, "the server sent no Version Negotiation packet", trace, first.get())
                    .restingOn(Side.SERVER);
        }
        if (answers.stream().anyMatch(it -> it.scid().equals(first.get().dcid()))) {
            return new CheckResult.Passed().shown();
        }
        var answer = answers.get(0);
        return failed(expected, "the server sent one with " + connectionId(answer), answered, answer);
    }

    /** The server's own capture if no answer is in the client's, since the network may have lost it. */
    private static Trace answered(Trace atClient, Evidence evidence) {
        return atClient.sent(Side.SERVER, PacketType.VERSION_NEGOTIATION).isEmpty()
                ? evidence.trace(Side.SERVER, Depth.HEADERS)
                : atClient;
    }

    /** An Initial packet; the dissection knows no packet types of unknown versions. */
    private static boolean startsConnection(Packet packet) {
        return packet.type() == PacketType.INITIAL || packet.type() == PacketType.OTHER && packet.version() != 0;
    }

    private static String connectionId(Packet answer) {
        return answer.scid().isEmpty() ? "an empty one" : answer.scid();
    }
}
