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
 * The client takes a namespace back that was granted: up to draft 16 by a message, in draft 18 by cancelling the request.
 * That the connection just closes is no withdrawal, and in draft 18 nor is a FIN.
 */
record NamespaceWithdrawn() implements WireCheck {
    @Override
    public String rule() {
        return "The client withdraws the namespace that it published";
    }

    /** In draft 18 requests are cancelled by their streams. */
    @Override
    public Sections sections() {
        return new Sections("3.3.2", "9.22", "9.26");
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var published = wire.requests(PublishNamespace.class, Side.CLIENT);
        if (published.isEmpty()) {
            return unseen(wire, expected(wire), "no PUBLISH_NAMESPACE from the client", Location.ofFile(wire.file()));
        }
        if (published.stream().anyMatch(it -> withdrawal(it).isPresent())) {
            return new CheckResult.Passed();
        }
        var first = published.get(0);
        var seen = "no withdrawal of " + first.request().describe();
        return ended(first)
                .map(end -> unseen(wire, expected(wire), seen + ", only " + words(end), wire.where(end.place())))
                .orElseGet(() -> unseen(wire, expected(wire), seen, wire.where(first.request())));
    }

    private static Optional<Withdrawal> withdrawal(MoqtSessions.Asked<PublishNamespace> published) {
        var granted = published.answer().filter(RequestOk.class::isInstance);
        return granted.flatMap(ok -> published
                .conversation()
                .withdrawal(published.request())
                .filter(it -> it.place().compareTo(ok.place()) > 0));
    }

    /** What the client did to the request's stream, in draft 18, where it is the request's own. */
    private static Optional<StreamEnd> ended(MoqtSessions.Asked<PublishNamespace> published) {
        var conversation = published.conversation();
        var ends = conversation.endsOf(published.request()).stream()
                .filter(it -> conversation.draft() == MoqtDraft.DRAFT_18 && it.from() == Side.CLIENT)
                .toList();
        return ends.stream()
                .filter(it -> it.how().isAbrupt())
                .findFirst()
                .or(() -> ends.stream().findFirst());
    }

    private static String words(StreamEnd end) {
        return end + (end.how().isAbrupt() ? ", before the grant or after the session's end" : "");
    }

    private static String expected(MoqtSessions wire) {
        return wire.draft() == MoqtDraft.DRAFT_18
                ? "RESET_STREAM or STOP_SENDING on the request's stream after it was granted"
                : "PUBLISH_NAMESPACE_DONE after it was granted";
    }
}
