package dev.interop.moqt;

import dev.interop.moqt.Wire.Asked;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import java.util.List;

/**
 * What a subscriber asked for on one connection the relay asks of the publisher on another, on which its namespace was
 * published, and the publisher grants it: a client that answers itself on one connection went through no relay.
 */
record SubscribedThroughRelay() implements WireCheck {
    private static final String RULE =
            "The publisher grants the SUBSCRIBE that the relay forwards from another connection";
    private static final WireCheck ANSWERED = new RequestAnswered<>(
            RULE,
            WireChecks.SUBSCRIBE_OK,
            Subscribe.class,
            Side.SERVER,
            "SUBSCRIBE",
            List.of(SubscribeOk.class),
            "SUBSCRIBE_OK");

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public Sections sections() {
        return WireChecks.SUBSCRIBE_OK;
    }

    @Override
    public CheckResult examine(Wire wire) {
        var answered = ANSWERED.examine(wire);
        if (!(answered instanceof CheckResult.Passed)) {
            return answered;
        }
        var granted = wire.requests(Subscribe.class, Side.SERVER).stream()
                .filter(SubscribedThroughRelay::isGranted)
                .toList();
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
}
