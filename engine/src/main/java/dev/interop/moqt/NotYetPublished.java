package dev.interop.moqt;

import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;
import java.util.stream.Stream;

/** The client subscribes to a track whose namespace it has not published before, on whichever connection. */
record NotYetPublished() implements WireCheck {
    static final Sections SECTIONS = new Sections("10.7", "9.9", "9.7");
    private static final String EXPECTED = "SUBSCRIBE before any PUBLISH_NAMESPACE of its namespace";

    @Override
    public String rule() {
        return "The client subscribes to what is not published yet";
    }

    @Override
    public Sections sections() {
        return SECTIONS;
    }

    @Override
    public CheckResult examine(Wire wire) {
        var subscribed = wire.requests(Subscribe.class, Side.CLIENT);
        if (subscribed.isEmpty()) {
            return unseen(
                    wire, "SUBSCRIBE from the client", "no SUBSCRIBE from the client", Location.ofFile(wire.file()));
        }
        if (subscribed.stream().anyMatch(it -> before(wire, it.request()).isEmpty())) {
            return new CheckResult.Passed();
        }
        var published = before(wire, subscribed.get(0).request()).orElseThrow();
        return unseen(wire, EXPECTED, published.describe() + " before the SUBSCRIBE", wire.where(published));
    }

    static Optional<PublishNamespace> before(Wire wire, Subscribe request) {
        return publications(wire, request)
                .filter(it -> it.place().compareTo(request.place()) < 0)
                .findFirst();
    }

    /** Where the client publishes the namespace of a track, on whichever connection, at whatever time. */
    static Stream<PublishNamespace> publications(Wire wire, Subscribe request) {
        return wire.requests(PublishNamespace.class, Side.CLIENT).stream()
                .map(Wire.Asked::request)
                .filter(it -> it.namespace().isPrefixOf(request.namespace()));
    }
}
