package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;

/**
 * All that was said on one connection.
 *
 * @param connection the connection
 * @param draft the draft that it is read by
 * @param messages its control messages, in the order of the packets that hold their first bytes
 * @param ends the ends that were made to its streams, in the order of their packets
 * @param problems streams that could not be read to their ends: where there are some, what was not seen may have been
 *     sent
 * @param contradictions signs that it is of another draft or transport than it was read as
 */
public record Conversation(
        Connection connection,
        MoqtDraft draft,
        List<Message> messages,
        List<StreamEnd> ends,
        List<Problem> problems,
        List<Contradiction> contradictions) {
    public Conversation {
        messages = List.copyOf(messages);
        ends = List.copyOf(ends);
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
    public Optional<Answer> answerTo(Request request) {
        return all(Answer.class).stream().filter(it -> it.answers(request)).findFirst();
    }

    /**
     * How the publisher of a namespace withdraws it: in drafts 14 and 16 by a message; in draft 18 by an end to the
     * request's stream, where one that breaks it off comes before a FIN, which is no cancellation by itself
     * (draft-ietf-moq-transport-18 §3.3.2).
     */
    public Optional<Withdrawal> withdrawal(PublishNamespace request) {
        if (draft != MoqtDraft.DRAFT_18) {
            return all(PublishNamespaceDone.class).stream()
                    .filter(it -> it.withdraws(request))
                    .map(Withdrawal.class::cast)
                    .findFirst();
        }
        var own = endsOf(request).stream()
                .filter(it -> it.from() == request.from())
                .toList();
        return own.stream()
                .filter(it -> it.how().isAbrupt())
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(Withdrawal.class::cast);
    }

    /** The ends that either side made to the stream of a request. Up to draft 16 that is the control stream's. */
    public List<StreamEnd> endsOf(Request request) {
        return ends.stream().filter(it -> it.stream() == request.stream()).toList();
    }
}
