package dev.interop.webtransport;

import dev.interop.trace.Depth;
import dev.interop.trace.HttpField;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Explanation;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explains why several sessions over one connection did not come about: which side had fewer of them. A first session that was
 * not opened is explained like that of any test case.
 */
final class SeveralSessionsExplanation implements Explanation {
    private static final String RULE = "Both endpoints have several sessions over one connection";
    private static final String SECTION = "draft-ietf-webtrans-http3 §3.2";

    private final int sessions;

    /** @param sessions the number of sessions that the client is asked for */
    SeveralSessionsExplanation(int sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Finding> explain(Evidence evidence) {
        var ofFirst = new SessionExplanation().explain(evidence);
        if (!ofFirst.isEmpty()) {
            return ofFirst;
        }
        var trace = evidence.trace(Side.CLIENT, Depth.PARAMETERS);
        if (isSilent(trace)) {
            var seen = "the client sends no QUIC packet";
            return List.of(finding(Location.ofFile(trace.file()), seen).by(AtFault.CLIENT));
        }
        var requests = requests(trace);
        return requests.isEmpty() ? List.of() : fewer(trace, requests).stream().toList();
    }

    @Override
    public boolean isSettled(Evidence evidence) {
        return new SessionExplanation().isSettled(evidence);
    }

    /** Whether the client gave up before it sent anything, as those do that refuse to open two sessions. */
    private static boolean isSilent(Trace trace) {
        return trace.packets().stream().noneMatch(it -> it.from() == Side.CLIENT) && !isUnread(trace, Side.CLIENT);
    }

    /** Whether the side may have sent more than was read. */
    private static boolean isUnread(Trace trace, Side side) {
        return trace.completeness().gap(Set.of(side)).isPresent();
    }

    private Optional<Finding> fewer(Trace trace, List<Packet> requests) {
        var last = requests.get(requests.size() - 1);
        long connections = requests.stream().map(Packet::connection).distinct().count();
        if (connections > 1) {
            return Optional.of(
                    finding(trace, last, "the client asks for them over %s connections".formatted(connections))
                            .by(AtFault.CLIENT));
        }
        long asked =
                requests.stream().flatMap(it -> values(it, ":path")).distinct().count();
        if (asked < sessions) {
            return closed(trace) || isUnread(trace, Side.CLIENT)
                    ? Optional.empty()
                    : Optional.of(asked(trace, last, asked));
        }
        var answers = trace.packets().stream()
                .filter(it -> it.from() == Side.SERVER
                        && values(it, ":status").findAny().isPresent())
                .toList();
        long accepted = answers.stream()
                .flatMap(it -> values(it, ":status"))
                .filter(it -> it.startsWith("2"))
                .count();
        return accepted >= asked || isUnread(trace, Side.SERVER)
                ? Optional.empty()
                : Optional.of(finding(
                                trace,
                                answers.isEmpty() ? last : answers.get(answers.size() - 1),
                                "the client asks for %s sessions, the server accepts %s".formatted(asked, accepted))
                        .by(AtFault.SERVER));
    }

    /** A client that keeps to a limit of the server's does nothing wrong. */
    private Finding asked(Trace trace, Packet request, long asked) {
        var limit = Draft.sessionLimit(Announcement.of(Side.SERVER, trace));
        return limit.isPresent() && limit.getAsLong() < sessions
                ? finding(trace, request, "the server announces that it accepts %s".formatted(limit.getAsLong()))
                        .by(AtFault.SERVER)
                : finding(trace, request, "the client asks for %s".formatted(asked))
                        .by(AtFault.CLIENT);
    }

    private Finding finding(Trace trace, Packet packet, String seen) {
        return finding(Location.of(trace, packet), seen);
    }

    private Finding finding(Location where, String seen) {
        return new Finding(RULE, SECTION, sessions + " sessions over one connection", seen, where);
    }

    /** A server that closes the connection leaves the client no time for further sessions. */
    private static boolean closed(Trace trace) {
        return trace.packets().stream()
                .filter(it -> it.from() == Side.SERVER)
                .flatMap(it -> it.contents().stream())
                .anyMatch(it -> it.close().isPresent());
    }

    private static List<Packet> requests(Trace trace) {
        return trace.packets().stream()
                .filter(it -> it.from() == Side.CLIENT)
                .filter(it -> values(it, ":method").anyMatch("CONNECT"::equals))
                .toList();
    }

    private static Stream<String> values(Packet packet, String name) {
        return packet.contents().stream()
                .flatMap(it -> it.protocols().fields().stream())
                .filter(it -> it.name().equals(name))
                .map(HttpField::value);
    }
}
