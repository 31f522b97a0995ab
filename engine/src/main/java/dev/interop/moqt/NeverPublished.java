package dev.interop.moqt;

import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;

/**
 * The client subscribes to a track whose namespace it publishes at no time, on whichever connection. That a publisher comes
 * too late is another test case.
 */
record NeverPublished() implements WireCheck {
    private static final String EXPECTED = "SUBSCRIBE without a PUBLISH_NAMESPACE of its namespace";

    @Override
    public String rule() {
        return "The client subscribes to what it does not publish";
    }

    @Override
    public Sections sections() {
        return NotYetPublished.SECTIONS;
    }

    @Override
    public CheckResult examine(Wire wire) {
        var subscribed = wire.requests(Subscribe.class, Side.CLIENT);
        if (subscribed.isEmpty()) {
            return unseen(
                    wire, "SUBSCRIBE from the client", "no SUBSCRIBE from the client", Location.ofFile(wire.file()));
        }
        if (subscribed.stream()
                .anyMatch(it -> NotYetPublished.publications(wire, it.request())
                        .findAny()
                        .isEmpty())) {
            return new CheckResult.Passed();
        }
        var published = NotYetPublished.publications(wire, subscribed.get(0).request())
                .findFirst()
                .orElseThrow();
        return unseen(wire, EXPECTED, published.describe() + " beside the SUBSCRIBE", wire.where(published));
    }
}
