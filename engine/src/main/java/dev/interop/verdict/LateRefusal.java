package dev.interop.verdict;

import dev.interop.recording.ContainerRole;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.trace.TraceUnavailable;
import dev.interop.trace.UnreadFrames;
import java.util.Optional;

/**
 * Finds what an endpoint did before it ended with exit code 127. An endpoint that does not have a test case ends with 127
 * before it does anything else, so afterwards the code refuses nothing.
 */
final class LateRefusal {
    private final Evidence evidence;

    /**
     * The work of an endpoint.
     *
     * @param text words such as {@code after it had downloaded 1 file}
     * @param where the packet that shows it, if one does
     */
    record Work(String text, Location where) {}

    LateRefusal(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The work of the endpoint; empty if none is known. */
    Optional<Work> workOf(ContainerRole role) {
        int files = evidence.recording().downloads(role).size();
        if (files > 0) {
            return Optional.of(
                    new Work("after it had downloaded " + files + (files == 1 ? " file" : " files"), Location.none()));
        }
        return capture(role).flatMap(it -> handshake(it, role).or(() -> flood(it, role)));
    }

    /** Why the endpoint may have worked unseen; empty if all that it sent was read, or nothing was captured. */
    Optional<String> unseen(ContainerRole role) {
        try {
            return captureOf(role).completeness().unread().stream()
                    .filter(it -> it.first().isPresent())
                    .filter(it -> it.from().map(sideOf(role)::equals).orElse(true))
                    .findFirst()
                    .map(UnreadFrames::toString);
        } catch (TraceUnavailable unknown) {
            return Optional.ofNullable(unknown.getMessage()).filter(it -> !unknown.isMissing());
        }
    }

    private Optional<Trace> capture(ContainerRole role) {
        try {
            return Optional.of(captureOf(role));
        } catch (TraceUnavailable unknown) {
            return Optional.empty();
        }
    }

    /**
     * The capture on the endpoint's own side, else the client's: packets that the peer sends with the endpoint's address do not
     * get to the endpoint's side.
     */
    private Trace captureOf(ContainerRole role) {
        try {
            return evidence.trace(sideOf(role), Depth.HEADERS);
        } catch (TraceUnavailable e) {
            if (!e.isMissing()) {
                throw e;
            }
            return evidence.trace(Side.CLIENT, Depth.HEADERS);
        }
    }

    /** No endpoint hides its work by how much it sends. */
    private static Optional<Work> flood(Trace trace, ContainerRole role) {
        return trace.completeness()
                .flood()
                .filter(it -> it.from().map(sideOf(role)::equals).orElse(true))
                .map(it -> new Work(
                        "after it had sent more packets than a capture can hold", Location.ofFile(trace.file())));
    }

    private static Side sideOf(ContainerRole role) {
        return role == ContainerRole.SERVER ? Side.SERVER : Side.CLIENT;
    }

    /**
     * The client sends 1-RTT packets once it has the server's Finished, or nearly so (RFC 9001 §5.7). A server that sends
     * Handshake packets has accepted the client's version and parameters. A client that sent nothing takes no part in
     * a handshake, whatever the server sends to it.
     */
    private static Optional<Work> handshake(Trace trace, ContainerRole role) {
        if (role == ContainerRole.CLIENT && trace.packets().stream().noneMatch(it -> it.from() == Side.CLIENT)) {
            return Optional.empty();
        }
        var answer = trace.sent(Side.SERVER, PacketType.HANDSHAKE).stream().findFirst();
        return answer.map(begun -> trace.sent(Side.CLIENT, PacketType.ONE_RTT).stream()
                .findFirst()
                .map(it -> new Work("after a handshake had been made", Location.of(trace, it)))
                .orElseGet(() -> new Work("after a handshake had begun", Location.of(trace, begun))));
    }
}
