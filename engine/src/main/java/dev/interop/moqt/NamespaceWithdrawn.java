package dev.interop.moqt;

import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.Withdrawal;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;

/**
 * The client takes a namespace back that was granted: up to draft 16 by a message, in draft 18 by the end that it makes
 * to the request's stream. That the connection just closes is no withdrawal.
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
    public CheckResult examine(Wire wire) {
        var published = wire.requests(PublishNamespace.class, Side.CLIENT);
        if (published.isEmpty()) {
            return unseen(wire, expected(wire), "no PUBLISH_NAMESPACE from the client", Location.ofFile(wire.file()));
        }
        if (published.stream().anyMatch(it -> withdrawal(it).isPresent())) {
            return new CheckResult.Passed();
        }
        var request = published.get(0).request();
        return unseen(wire, expected(wire), "no withdrawal of " + request.describe(), wire.where(request));
    }

    private static Optional<Withdrawal> withdrawal(Wire.Asked<PublishNamespace> published) {
        var granted = published.answer().filter(RequestOk.class::isInstance);
        return granted.flatMap(ok -> published
                .conversation()
                .withdrawal(published.request())
                .filter(it -> it.place().compareTo(ok.place()) > 0));
    }

    private static String expected(Wire wire) {
        return wire.draft() == MoqtDraft.DRAFT_18
                ? "the client ends the request's stream after it was granted"
                : "PUBLISH_NAMESPACE_DONE after it was granted";
    }
}
