package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The MoQT control messages of one connection, and how its streams and session ended.
 *
 * @param connection the connection
 * @param draft the draft that the messages were read in
 * @param messages the control messages, in the order of the packets with their first bytes
 * @param ends the ends of streams, in the order of their packets
 * @param sessionEnds the ends of the session, in the order of their packets
 * @param problems the streams that could not be read to their end, which may have further messages
 * @param contradictions signs that the connection has another draft or transport
 * @param doubt why it is unknown whether the connection has this draft; empty if it is known
 */
@API(status = Status.INTERNAL)
public record ControlSession(
        Connection connection,
        MoqtDraft draft,
        List<Message> messages,
        List<StreamEnd> ends,
        List<SessionEnd> sessionEnds,
        List<WireProblem> problems,
        List<Contradiction> contradictions,
        Optional<String> doubt) {
    public ControlSession {
        messages = List.copyOf(messages);
        ends = List.copyOf(ends);
        sessionEnds = List.copyOf(sessionEnds);
        problems = List.copyOf(problems);
        contradictions = List.copyOf(contradictions);
    }

    /** The first setup message of a side. */
    public Optional<Setup> setupFrom(Side side) {
        return all(Setup.class).stream().filter(it -> it.from() == side).findFirst();
    }

    /** The requests of a kind, sent by either side. */
    public <T extends Request> List<T> requests(Class<T> kind) {
        return all(kind);
    }

    /** The messages of a kind, sent by either side. */
    public <T extends Message> List<T> all(Class<T> kind) {
        return messages.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first answer to a request. */
    public Optional<RequestReply> answerTo(Request request) {
        return all(RequestReply.class).stream()
                .filter(it -> it.answers(request))
                .findFirst();
    }

    /** Whether both sides sent their setup message. */
    public boolean isSetUp() {
        return Stream.of(Side.values()).allMatch(it -> setupFrom(it).isPresent());
    }

    /**
     * How the publisher of a namespace withdraws it: in drafts 14 and 16 by a message, in draft 18 by cancelling the request
     * with RESET_STREAM or STOP_SENDING on its stream (draft-ietf-moq-transport-18 §6.2, §3.3.2). A FIN is not a cancellation,
     * other than for SUBSCRIBE_NAMESPACE (§6.1): according to draft 19 a publisher that has sent a FIN cancels with
     * STOP_SENDING (§3.3.2). Resets that only follow the end of the session are not cancellations either.
     */
    public Optional<Withdrawal> withdrawal(PublishNamespace request) {
        if (draft != MoqtDraft.DRAFT_18) {
            return all(PublishNamespaceDone.class).stream()
                    .filter(it -> it.withdraws(request))
                    .map(Withdrawal.class::cast)
                    .findFirst();
        }
        return endsOf(request).stream()
                .filter(it -> it.from() == request.from())
                .filter(it -> it.how().isAbrupt() && !it.isOfItsSession() && !isAfterSession(it.place()))
                .map(Withdrawal.class::cast)
                .findFirst();
    }

    /** Whether the position is in a packet after the one that ended the session. Frames of one packet have no order. */
    private boolean isAfterSession(CapturePosition place) {
        return sessionEnds.stream().anyMatch(it -> it.place().packet() < place.packet());
    }

    /** The ends of the stream of a request, by either side. Up to draft 16 this is the control stream. */
    public List<StreamEnd> endsOf(Request request) {
        return ends.stream().filter(it -> it.stream() == request.stream()).toList();
    }
}
