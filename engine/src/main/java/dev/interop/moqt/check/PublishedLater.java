package dev.interop.moqt.check;

import dev.interop.moqt.check.MoqtSessions.SessionRequest;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Checks that the client subscribes to a track whose namespace it has not published before, and publishes it later on another
 * connection. A client may end as soon as the SUBSCRIBE is answered, since its test case is decided then. Without the
 * publisher its packets are those of a client that only subscribes, so that the check is undecided.
 */
@API(status = Status.INTERNAL)
public record PublishedLater() implements WireCheck {
    /** Half the delay of the test case, since clients do not measure it from the time when the SUBSCRIBE is captured. */
    private static final double LATER_SECONDS = 0.25;

    private static final NotYetPublished BEFORE = new NotYetPublished(false);

    @Override
    public String rule() {
        return "The client subscribes to what is published later, on another connection";
    }

    @Override
    public DraftSections sections() {
        return BEFORE.sections();
    }

    @Override
    public CheckResult examine(MoqtSessions sessions) {
        var before = BEFORE.examine(sessions);
        if (!(before instanceof CheckResult.Passed)) {
            return before;
        }
        var first = sessions.requests(Subscribe.class, Side.CLIENT).stream()
                .filter(it -> BEFORE.published(sessions, it.request()).isEmpty())
                .toList();
        return first.stream().anyMatch(it -> it.answer().isPresent() && isPublishedElsewhere(sessions, it))
                ? before
                : undecided("no PUBLISH_NAMESPACE of its namespace on another connection a quarter of a second after "
                        + first.get(0).request().describe() + " or later");
    }

    private static boolean isPublishedElsewhere(MoqtSessions sessions, SessionRequest<Subscribe> subscribed) {
        var here = subscribed.session().connection();
        double from = subscribed.request().place().time() + LATER_SECONDS;
        return sessions.requests(PublishNamespace.class, Side.CLIENT).stream()
                .filter(it -> !it.session().connection().equals(here))
                .filter(it -> it.request().place().time() >= from)
                .anyMatch(it ->
                        it.request().namespace().isPrefixOf(subscribed.request().namespace()));
    }
}
