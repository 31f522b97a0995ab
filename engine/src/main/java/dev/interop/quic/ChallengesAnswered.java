package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that the client answers each PATH_CHALLENGE of the server with a PATH_RESPONSE of the same data. A challenge that
 * the network lost, or that came after the client had closed the connection, needs no answer.
 */
record ChallengesAnswered() implements QuicCheck {
    @Override
    public String rule() {
        return "The client answers each PATH_CHALLENGE with a PATH_RESPONSE";
    }

    @Override
    public String section() {
        return "RFC 9000 §8.2.2";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        // The check of challenges needs this capture already.
        var atServer = evidence.trace(Side.SERVER, Depth.FULL);
        if (!hasChallenge(atServer)) {
            return withoutChallenge(atServer);
        }
        var open = unanswered(atServer);
        if (open.isEmpty()) {
            return new CheckResult.Passed().restingOn(Side.SERVER);
        }
        var crossings = new Crossings(evidence.trace(Side.CLIENT, Depth.HEADERS), atServer);
        if (crossings.serverGotAll()) {
            return result(atServer, crossings.arrivedBefore(open, closes(atServer)));
        }
        // The network lost packets of the client, perhaps one with the response: they have to be dissected, too.
        var atClient = evidence.trace(Side.CLIENT, Depth.FULL);
        return result(atClient, unanswered(atClient));
    }

    private CheckResult result(Trace trace, List<Packet> open) {
        if (open.isEmpty()) {
            return new CheckResult.Passed().restingOn(Side.SERVER);
        }
        var sealed = trace.sent(Side.CLIENT, PacketType.ONE_RTT).stream()
                .filter(it -> it.contents().isEmpty())
                .findFirst();
        if (sealed.isPresent()) {
            return unreadable(trace, "the frames of packet " + sealed.get().number());
        }
        var packet = open.get(0);
        return failed(
                        "a PATH_RESPONSE with " + data(packet),
                        "the client did not answer the PATH_CHALLENGE of %s, sent from %s"
                                .formatted(
                                        packet.description(), packet.datagram().source()),
                        trace,
                        packet)
                .restingOn(Side.CLIENT);
    }

    private static boolean hasChallenge(Trace trace) {
        return trace.packets().stream()
                .filter(it -> it.from() == Side.SERVER)
                .flatMap(it -> it.contents().stream())
                .anyMatch(it -> !it.path().challenges().isEmpty());
    }

    private CheckResult withoutChallenge(Trace trace) {
        var sealed = trace.sent(Side.SERVER, PacketType.ONE_RTT).stream()
                .filter(it -> it.contents().isEmpty())
                .findFirst();
        return sealed.map(it -> unreadable(trace, "the frames of packet " + it.number()))
                .orElseGet(() -> failed("a PATH_CHALLENGE to answer", "the server sent none", trace)
                        .restingOn(Side.SERVER));
    }

    private static List<Packet> unanswered(Trace trace) {
        Set<String> responses = trace.packets().stream()
                .filter(it -> it.from() == Side.CLIENT)
                .flatMap(it -> it.contents().stream())
                .flatMap(it -> it.path().responses().stream())
                .collect(Collectors.toSet());
        return trace.packets().stream()
                .takeWhile(it -> !isClose(it))
                .filter(it -> it.from() == Side.SERVER)
                .filter(it -> it.contents().stream()
                        .anyMatch(has -> !responses.containsAll(has.path().challenges())))
                .toList();
    }

    private static List<Packet> closes(Trace trace) {
        return trace.packets().stream().filter(ChallengesAnswered::isClose).toList();
    }

    private static boolean isClose(Packet packet) {
        return packet.from() == Side.CLIENT
                && packet.contents()
                        .filter(it ->
                                it.has(FrameType.CONNECTION_CLOSE) || it.has(FrameType.CONNECTION_CLOSE_APPLICATION))
                        .isPresent();
    }

    private static String data(Packet packet) {
        return packet.contents().stream()
                .flatMap(it -> it.path().challenges().stream())
                .collect(Collectors.joining(", "));
    }
}
