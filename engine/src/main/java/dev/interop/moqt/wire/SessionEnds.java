package dev.interop.moqt.wire;

import dev.interop.trace.FrameType;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the events that end the session of a connection. */
final class SessionEnds {
    private final Transport transport;
    private final Set<Long> sessions;

    /**
     * @param sessions the streams of the CONNECT requests of WebTransport sessions
     */
    SessionEnds(Transport transport, Set<Long> sessions) {
        this.transport = transport;
        this.sessions = Set.copyOf(sessions);
    }

    /**
     * The ends that were found.
     *
     * @param ends the ends, in the order of their packets
     * @param problems the streams of CONNECT requests that could not be read to their end
     */
    record Found(List<SessionEnd> ends, List<WireProblem> problems) {}

    Found in(List<StreamFragment> fragments, List<StreamEnd> streamEnds, List<CapturedStreams.CapturedClose> closes) {
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        for (var close : closes) {
            if (!close.isReplacement()) {
                found.ends.add(new SessionEnd(
                        close.from(), how(close.frame().type()), close.frame().code(), close.place()));
            } else if (closes.stream().noneMatch(it -> isReplacedBy(close, it))) {
                found.ends.add(new SessionEnd(
                        close.from(), SessionEnd.How.HIDDEN, close.frame().code(), close.place()));
            }
        }
        for (long session : sessions) {
            for (var side : Side.values()) {
                var bytes = Reassembly.join(fragments.stream()
                        .filter(it -> it.stream() == session && it.from() == side)
                        .toList());
                var ends = streamEnds.stream()
                        .filter(it -> it.stream() == session && it.from() == side)
                        .toList();
                request(session, side, bytes, ends, found);
            }
        }
        found.ends.sort(Comparator.comparing(SessionEnd::place));
        return found;
    }

    /** Whether the other close is the real one that this close replaces. */
    private static boolean isReplacedBy(
            CapturedStreams.CapturedClose replacement, CapturedStreams.CapturedClose other) {
        return other.from() == replacement.from() && other.packet() == PacketType.ONE_RTT;
    }

    private SessionEnd.How how(FrameType type) {
        if (type == FrameType.CONNECTION_CLOSE) {
            return SessionEnd.How.CONNECTION_CLOSE;
        }
        return transport == Transport.QUIC ? SessionEnd.How.MOQT_CLOSE : SessionEnd.How.HTTP_CLOSE;
    }

    /** Finds how a side ends the stream of a CONNECT request. A capsule takes precedence over the FIN after it. */
    private static void request(long stream, Side side, StreamBytes bytes, Collection<StreamEnd> ends, Found found) {
        reset(ends)
                .ifPresent(it -> found.ends.add(
                        new SessionEnd(side, SessionEnd.How.RESET, it.code().orElse(0), it.place())));
        var capsule = ConnectStream.close(side, bytes);
        if (capsule.isPresent()) {
            found.ends.add(capsule.get());
        } else if (bytes.cut().isPresent()) {
            found.problems.add(new WireProblem(stream, side, bytes.cut().get()));
        } else {
            ends.stream()
                    .filter(it -> it.how() == StreamEnd.How.FIN)
                    .map(it -> new SessionEnd(side, SessionEnd.How.FIN, 0, it.place()))
                    .forEach(found.ends::add);
        }
    }

    private static Optional<StreamEnd> reset(Collection<StreamEnd> ends) {
        return ends.stream()
                .filter(it -> it.how() == StreamEnd.How.RESET_STREAM || it.how() == StreamEnd.How.RESET_STREAM_AT)
                .findFirst();
    }
}
