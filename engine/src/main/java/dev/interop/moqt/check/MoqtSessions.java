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

/**
 * What the capture of a cell shows of MoQT.
 *
 * @param file the capture
 * @param draft the draft that the cell speaks
 * @param conversations what was said on each connection
 * @param gap why there may be more than is seen here; empty when everything was read. What was seen counts all the
 *     same; what was not may only then be called missing.
 * @param relaysGap the same of what the relay said: a client cannot hide an answer by what it sends itself
 */
public record MoqtSessions(
        String file,
        MoqtDraft draft,
        List<ControlSession> conversations,
        Optional<String> gap,
        Optional<String> relaysGap) {
    static MoqtSessions read(Trace trace, MoqtDraft draft, Transport transport) {
        var conversations = new ControlSessionReader(draft, transport).read(trace);
        return new MoqtSessions(
                trace.file(),
                draft,
                conversations,
                gap(trace, conversations, EnumSet.allOf(Side.class)),
                gap(trace, conversations, EnumSet.of(Side.SERVER)));
    }

    private static Optional<String> gap(Trace trace, List<ControlSession> conversations, Set<Side> sides) {
        var packets =
                trace.packets().stream().filter(it -> sides.contains(it.from())).toList();
        var sealed = packets.stream()
                .filter(it -> (it.type() == PacketType.ONE_RTT || it.type() == PacketType.HANDSHAKE)
                        && it.contents().isEmpty())
                .toList();
        if (!sealed.isEmpty()) {
            return Optional.of("%d %s packets could not be decrypted, the first is packet %d"
                    .formatted(
                            sealed.size(),
                            sealed.get(0).type().title(),
                            sealed.get(0).number()));
        }
        var unknown = packets.stream()
                .filter(it -> it.contents().filter(MoqtSessions::isLeftUnread).isPresent())
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("packet %d holds a RESET_STREAM_AT frame, and could not be read behind it"
                    .formatted(unknown.get().number()));
        }
        return conversations.stream()
                .flatMap(it -> it.problems().stream())
                .filter(it -> sides.contains(it.from()))
                .findFirst()
                .map(Object::toString);
    }

    /** The dissector does not know such frames; where the packet was taken apart without it, they are there. */
    private static boolean isLeftUnread(Contents contents) {
        return contents.has(FrameType.RESET_STREAM_AT)
                && contents.streams().breaks().stream().noneMatch(it -> it.type() == FrameType.RESET_STREAM_AT);
    }

    /** The connections that speak what they should. */
    List<ControlSession> sound() {
        return conversations.stream()
                .filter(it -> it.contradictions().isEmpty())
                .toList();
    }

    /** Every request of a kind that this side made, each with its conversation. */
    <T extends Request> List<Asked<T>> requests(Class<T> kind, Side from) {
        return sound().stream()
                .flatMap(conversation -> conversation.requests(kind).stream()
                        .filter(it -> it.from() == from)
                        .map(it -> new Asked<>(conversation, it)))
                .toList();
    }

    /** Whether a side gave an answer of one of these kinds, to whatever. */
    boolean hasAnswer(Collection<Class<? extends RequestReply>> kinds, Side from) {
        return sound().stream()
                .flatMap(it -> it.all(RequestReply.class).stream())
                .anyMatch(it -> it.from() == from && kinds.stream().anyMatch(kind -> kind.isInstance(it)));
    }

    /**
     * A request on its connection.
     *
     * @param conversation the connection
     * @param request the request
     * @param <T> its kind
     */
    record Asked<T extends Request>(ControlSession conversation, T request) {
        Optional<RequestReply> answer() {
            return conversation.answerTo(request);
        }
    }

    Location where(Message message) {
        return where(message.place());
    }

    Location where(CapturePosition place) {
        return Location.ofPacket(file, place.packet(), place.time());
    }
}
