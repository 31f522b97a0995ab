package dev.interop.moqt.check;

import dev.interop.moqt.check.MoqtSessions.Asked;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;

/**
 * The client subscribes to a track whose namespace it has not published before, and publishes it later on another
 * connection. A client that is answered before the publisher's turn may end there, as the test case is decided by then:
 * without the publisher it cannot be told from one that only subscribes, so that stays open.
 */
public record PublishedLater() implements WireCheck {
    /** Half a second is asked for, and clients measure it from what they have done, not from what was seen. */
    private static final double LATER_SECONDS = 0.25;

    private static final NotYetPublished BEFORE = new NotYetPublished(false);

    @Override
    public String rule() {
        return "The client subscribes to what is published later, on another connection";
    }

    @Override
    public Sections sections() {
        return BEFORE.sections();
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var before = BEFORE.examine(wire);
        if (!(before instanceof CheckResult.Passed)) {
            return before;
        }
        var first = wire.requests(Subscribe.class, Side.CLIENT).stream()
                .filter(it -> BEFORE.published(wire, it.request()).isEmpty())
                .toList();
        return first.stream().anyMatch(it -> it.answer().isPresent() && isPublishedElsewhere(wire, it))
                ? new CheckResult.Passed()
                : undecided("no PUBLISH_NAMESPACE of its namespace on another connection a quarter of a second after "
                        + first.get(0).request().describe() + " or later");
    }

    private static boolean isPublishedElsewhere(MoqtSessions wire, Asked<Subscribe> subscribed) {
        var here = subscribed.conversation().connection();
        double from = subscribed.request().place().time() + LATER_SECONDS;
        return wire.requests(PublishNamespace.class, Side.CLIENT).stream()
                .filter(it -> !it.conversation().connection().equals(here))
                .filter(it -> it.request().place().time() >= from)
                .anyMatch(it ->
                        it.request().namespace().isPrefixOf(subscribed.request().namespace()));
    }
}
