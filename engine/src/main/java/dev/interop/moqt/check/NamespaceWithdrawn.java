package dev.interop.moqt.check;

import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.StreamEnd;
import dev.interop.moqt.wire.Withdrawal;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;

/**
 * Checks that the client withdraws a namespace that was granted: up to draft 16 by a message, in draft 18 by cancelling the
 * request. Closing the connection is not a withdrawal, nor is a FIN in draft 18.
 */
record NamespaceWithdrawn() implements WireCheck {
    @Override
    public String rule() {
        return "The client withdraws the namespace that it published";
    }

    /** In draft 18 a client cancels a request by resetting its stream. */
    @Override
    public DraftSections sections() {
        return new DraftSections("3.3.2", "9.22", "9.26");
    }

    @Override
    public CheckResult examine(MoqtSessions sessions) {
        var published = sessions.requests(PublishNamespace.class, Side.CLIENT);
        if (published.isEmpty()) {
            return missing(
                    sessions,
                    expected(sessions),
                    "no PUBLISH_NAMESPACE from the client",
                    Location.ofFile(sessions.file()));
        }
        if (published.stream().anyMatch(it -> withdrawal(it).isPresent())) {
            return new CheckResult.Passed().shown();
        }
        var first = published.get(0);
        var seen = "no withdrawal of " + first.request().describe();
        return ended(first)
                .map(end -> missing(
                        sessions, expected(sessions), seen + ", only " + words(end), sessions.where(end.place())))
                .orElseGet(() -> missing(sessions, expected(sessions), seen, sessions.where(first.request())));
    }

    private static Optional<Withdrawal> withdrawal(MoqtSessions.SessionRequest<PublishNamespace> published) {
        var granted = published.answer().filter(RequestOk.class::isInstance);
        return granted.flatMap(ok -> published
                .session()
                .withdrawal(published.request())
                .filter(it -> it.place().compareTo(ok.place()) > 0));
    }

    /** How the client ended the request's stream; only in draft 18, where each request has its own stream. */
    private static Optional<StreamEnd> ended(MoqtSessions.SessionRequest<PublishNamespace> published) {
        var session = published.session();
        var ends = session.endsOf(published.request()).stream()
                .filter(it -> session.draft() == MoqtDraft.DRAFT_18 && it.from() == Side.CLIENT)
                .toList();
        return ends.stream()
                .filter(it -> it.how().isAbrupt())
                .findFirst()
                .or(() -> ends.stream().findFirst());
    }

    private static String words(StreamEnd end) {
        return end + (end.how().isAbrupt() ? ", before the grant or after the session's end" : "");
    }

    private static String expected(MoqtSessions sessions) {
        return sessions.draft() == MoqtDraft.DRAFT_18
                ? "RESET_STREAM or STOP_SENDING on the request's stream after it was granted"
                : "PUBLISH_NAMESPACE_DONE after it was granted";
    }
}
