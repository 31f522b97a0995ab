package dev.interop.moqt.check;

import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;

/**
 * The client subscribes to a track whose namespace it has not published before, on whichever connection.
 *
 * @param norLater whether it must not publish it afterwards either: that a publisher comes too late is another test case
 */
public record NotYetPublished(boolean norLater) implements WireCheck {
    @Override
    public String rule() {
        return "The client subscribes to what " + (norLater ? "it does not publish" : "is not published yet");
    }

    @Override
    public Sections sections() {
        return new Sections("10.7", "9.9", "9.7");
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var subscribed = wire.requests(Subscribe.class, Side.CLIENT);
        if (subscribed.isEmpty()) {
            return unseen(
                    wire, "SUBSCRIBE from the client", "no SUBSCRIBE from the client", Location.ofFile(wire.file()));
        }
        if (subscribed.stream().anyMatch(it -> published(wire, it.request()).isEmpty())) {
            return new CheckResult.Passed();
        }
        var published = published(wire, subscribed.get(0).request()).orElseThrow();
        return unseen(
                wire,
                "SUBSCRIBE " + (norLater ? "without a" : "before any") + " PUBLISH_NAMESPACE of its namespace",
                published.describe() + (norLater ? " beside" : " before") + " the SUBSCRIBE",
                wire.where(published));
    }

    /** Where the client publishes the namespace of a track, if it does so when it must not. */
    Optional<PublishNamespace> published(MoqtSessions wire, Subscribe request) {
        return wire.requests(PublishNamespace.class, Side.CLIENT).stream()
                .map(MoqtSessions.Asked::request)
                .filter(it -> it.namespace().isPrefixOf(request.namespace()))
                .filter(it -> norLater || it.place().compareTo(request.place()) < 0)
                .findFirst();
    }
}
