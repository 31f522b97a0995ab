package dev.interop.moqt;

import dev.interop.moqt.Wire.Asked;
import dev.interop.moqt.wire.Answer;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.List;

/**
 * What a subscriber asked for on one connection the relay asks of the publisher on another, on which its namespace was
 * published, and the publisher grants it: a client that answers itself on one connection went through no relay.
 */
record SubscribedThroughRelay() implements WireCheck {
    @Override
    public String rule() {
        return "The publisher grants the SUBSCRIBE that the relay forwards from another connection";
    }

    @Override
    public Sections sections() {
        return WireChecks.SUBSCRIBE_OK;
    }

    @Override
    public CheckResult examine(Wire wire) {
        var forwarded = wire.requests(Subscribe.class, Side.SERVER);
        if (forwarded.isEmpty()) {
            return unseen(
                    wire, "SUBSCRIBE from the server", "no SUBSCRIBE from the server", Location.ofFile(wire.file()));
        }
        var granted =
                forwarded.stream().filter(SubscribedThroughRelay::isGranted).toList();
        if (granted.isEmpty()) {
            return notGranted(wire, forwarded);
        }
        var asked = wire.requests(Subscribe.class, Side.CLIENT);
        if (granted.stream().anyMatch(it -> asked.stream().anyMatch(by -> isOf(by, it)))) {
            return new CheckResult.Passed();
        }
        var request = granted.get(0).request();
        return unseen(
                wire,
                "SUBSCRIBE of the same track from the client on another connection, and PUBLISH_NAMESPACE of its namespace"
                        + " on this one",
                "none for " + request.describe(),
                wire.where(request));
    }

    private static boolean isOf(Asked<Subscribe> subscriber, Asked<Subscribe> publisher) {
        var wanted = subscriber.request();
        var forwarded = publisher.request();
        var there = publisher.conversation();
        return !there.connection().equals(subscriber.conversation().connection())
                && wanted.namespace().equals(forwarded.namespace())
                && wanted.track().equals(forwarded.track())
                && there.requests(PublishNamespace.class).stream()
                        .anyMatch(
                                it -> it.from() == Side.CLIENT && it.namespace().isPrefixOf(forwarded.namespace()));
    }

    private static boolean isGranted(Asked<Subscribe> it) {
        return it.answer().filter(SubscribeOk.class::isInstance).isPresent();
    }

    private CheckResult notGranted(Wire wire, List<Asked<Subscribe>> forwarded) {
        var request = forwarded.get(0).request();
        return forwarded.stream()
                .flatMap(it -> it.answer().stream())
                .findFirst()
                .map((Answer wrong) -> failed(wire, "SUBSCRIBE_OK", wrong.describe(), wire.where(wrong)))
                .orElseGet(
                        () -> unseen(wire, "SUBSCRIBE_OK", "no answer to " + request.describe(), wire.where(request)));
    }
}
