package dev.interop.moqt.check;

import dev.interop.moqt.wire.CapturePosition;
import dev.interop.moqt.wire.ControlSession;
import dev.interop.moqt.wire.ControlSessionReader;
import dev.interop.moqt.wire.Message;
import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.Request;
import dev.interop.moqt.wire.RequestReply;
import dev.interop.moqt.wire.Transport;
import dev.interop.trace.Contents;
import dev.interop.trace.FrameType;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Location;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The MoQT sessions in a cell's capture.
 *
 * @param file the capture
 * @param draft the draft of the cell
 * @param sessions the session on each connection
 * @param gap why messages may be missing here; empty if everything was read. Messages that were read count in any case, but
 *     a message counts as not sent only without a gap.
 * @param relayGap why messages of the relay may be missing here, so that a client cannot hide an answer by what it sends
 * @param clientGap why messages of the client may be missing here
 */
@API(status = Status.INTERNAL)
public record MoqtSessions(
        String file,
        MoqtDraft draft,
        List<ControlSession> sessions,
        Optional<String> gap,
        Optional<String> relayGap,
        Optional<String> clientGap) {
    static MoqtSessions read(Trace trace, MoqtDraft draft, Transport transport) {
        var sessions = new ControlSessionReader(draft, transport).read(trace);
        return new MoqtSessions(
                trace.file(),
                draft,
                sessions,
                gap(trace, sessions, EnumSet.allOf(Side.class)),
                gap(trace, sessions, EnumSet.of(Side.SERVER)),
                gap(trace, sessions, EnumSet.of(Side.CLIENT)));
    }

    private static Optional<String> gap(Trace trace, List<ControlSession> sessions, Set<Side> sides) {
        var frames = trace.completeness().gap(sides);
        if (frames.isPresent()) {
            return frames;
        }
        var packets =
                trace.packets().stream().filter(it -> sides.contains(it.from())).toList();
        var encrypted = packets.stream()
                .filter(it -> (it.type() == PacketType.ONE_RTT || it.type() == PacketType.HANDSHAKE)
                        && it.contents().isEmpty())
                .toList();
        if (!encrypted.isEmpty()) {
            return Optional.of("%s %s packets could not be decrypted, the first is packet %s"
                    .formatted(
                            encrypted.size(),
                            encrypted.get(0).type().title(),
                            encrypted.get(0).number()));
        }
        var unknown = packets.stream()
                .filter(it -> it.contents().filter(MoqtSessions::isLeftUnread).isPresent())
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("packet %s has a RESET_STREAM_AT frame, and the frames after it could not be read"
                    .formatted(unknown.get().number()));
        }
        return sessions.stream()
                .flatMap(it -> it.problems().stream())
                .filter(it -> sides.contains(it.from()))
                .findFirst()
                .map(Object::toString);
    }

    /**
     * Whether frames after a RESET_STREAM_AT frame are missing: the dissector does not know this type. If the packet could be
     * parsed without the dissector, the frame itself is in the contents.
     */
    private static boolean isLeftUnread(Contents contents) {
        return contents.has(FrameType.RESET_STREAM_AT)
                && contents.streams().breaks().stream().noneMatch(it -> it.type() == FrameType.RESET_STREAM_AT);
    }

    /** The sessions in the cell's draft and transport. */
    List<ControlSession> inDraft() {
        return sessions.stream().filter(it -> it.contradictions().isEmpty()).toList();
    }

    /** All requests of a kind that this side sent, each with its session. */
    <T extends Request> List<SessionRequest<T>> requests(Class<T> kind, Side from) {
        return inDraft().stream()
                .flatMap(session -> session.requests(kind).stream()
                        .filter(it -> it.from() == from)
                        .map(it -> new SessionRequest<>(session, it)))
                .toList();
    }

    /** Whether a side sent an answer of one of these kinds to any request. */
    boolean hasAnswer(Collection<Class<? extends RequestReply>> kinds, Side from) {
        return inDraft().stream()
                .flatMap(it -> it.all(RequestReply.class).stream())
                .anyMatch(it -> it.from() == from && kinds.stream().anyMatch(kind -> kind.isInstance(it)));
    }

    /**
     * A request and its session.
     *
     * @param session the session
     * @param request the request
     * @param <T> its kind
     */
    record SessionRequest<T extends Request>(ControlSession session, T request) {
        Optional<RequestReply> answer() {
            return session.answerTo(request);
        }
    }

    Location where(Message message) {
        return where(message.place());
    }

    Location where(CapturePosition place) {
        return Location.ofPacket(file, place.packet(), place.time());
    }
}
