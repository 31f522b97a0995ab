package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was said on one connection.
 *
 * @param connection the connection
 * @param draft the draft that it is read by
 * @param messages its control messages, in the order of the packets that hold their first bytes
 * @param ends the ends that were made to its streams, in the order of their packets
 * @param sessionEnds what ended its session, in the order of the packets
 * @param problems streams that could not be read to their ends: where there are some, what was not seen may have been
 *     sent
 * @param contradictions signs that it is of another draft or transport than it was read as
 * @param doubt why it cannot be told that it is of the draft that it was read as; empty where it can
 */
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

    /** The requests of a kind, of either side. */
    public <T extends Request> List<T> requests(Class<T> kind) {
        return all(kind);
    }

    /** The messages of a kind, of either side. */
    public <T extends Message> List<T> all(Class<T> kind) {
        return messages.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first answer to a request. */
    public Optional<RequestReply> answerTo(Request request) {
        return all(RequestReply.class).stream()
                .filter(it -> it.answers(request))
                .findFirst();
    }

    /** Whether a session is there: both sides sent their setup message. */
    public boolean isSetUp() {
        return Stream.of(Side.values()).allMatch(it -> setupFrom(it).isPresent());
    }

    /**
     * How the publisher of a namespace withdraws it: in drafts 14 and 16 by a message; in draft 18 by cancelling the
     * request, which is to reset its stream or to send STOP_SENDING on it (draft-ietf-moq-transport-18 §6.2, §3.3.2).
     * That the stream is finished is no cancellation, as it is of a SUBSCRIBE_NAMESPACE (§6.1): draft 19 says of who has
     * sent a FIN that it cancels by STOP_SENDING (§3.3.2). Nor is it one that streams go with their session.
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

    /** In a packet after the one that ended the session; within a packet there is no order. */
    private boolean isAfterSession(CapturePosition place) {
        return sessionEnds.stream().anyMatch(it -> it.place().packet() < place.packet());
    }

    /** The ends that either side made to the stream of a request. Up to draft 16 that is the control stream's. */
    public List<StreamEnd> endsOf(Request request) {
        return ends.stream().filter(it -> it.stream() == request.stream()).toList();
    }
}
