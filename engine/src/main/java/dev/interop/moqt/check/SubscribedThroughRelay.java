package dev.interop.moqt.check;

import dev.interop.moqt.check.MoqtSessions.Asked;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.RequestReply;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a subscriber asked for on one connection the relay asks of the publisher on another, on which its namespace was
 * published and granted, and the publisher grants it, and the relay the subscriber: a client that answers itself on one
 * connection went through no relay, and a grant of another track is none of this one.
 */
public record SubscribedThroughRelay() implements WireCheck {
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
    public CheckResult examine(MoqtSessions wire) {
        var answered = ANSWERED.examine(wire);
        if (!(answered instanceof CheckResult.Passed)) {
            return answered;
        }
        var granted = wire.requests(Subscribe.class, Side.SERVER).stream()
                .filter(it -> isGranted(it, SubscribeOk.class))
                .toList();
        var asked = wire.requests(Subscribe.class, Side.CLIENT);
        var ways = granted.stream()
                .flatMap(publisher -> asked.stream().flatMap(subscriber -> ways(subscriber, publisher)))
                .toList();
        if (ways.isEmpty()) {
            var request = granted.get(0).request();
            return unseen(
                    wire,
                    "SUBSCRIBE of the same track from the client on another connection, and PUBLISH_NAMESPACE of its"
                            + " namespace on this one",
                    "none for " + request.describe(),
                    wire.where(request));
        }
        return ways.stream().anyMatch(Way::isOpen)
                ? new CheckResult.Passed()
                : ways.get(0).closed(this, wire);
    }

    /** Each namespace that was published on the publisher's connection may be the one. */
    private static Stream<Way> ways(Asked<Subscribe> subscriber, Asked<Subscribe> publisher) {
        var wanted = subscriber.request();
        var forwarded = publisher.request();
        var there = publisher.conversation();
        if (there.connection().equals(subscriber.conversation().connection())
                || !wanted.namespace().equals(forwarded.namespace())
                || !wanted.track().equals(forwarded.track())) {
            return Stream.empty();
        }
        return there.requests(PublishNamespace.class).stream()
                .filter(it -> it.from() == Side.CLIENT && it.namespace().isPrefixOf(forwarded.namespace()))
                .map(it -> new Way(subscriber, new Asked<>(there, it)));
    }

    /**
     * How a track may have gone from a publisher that granted it.
     *
     * @param subscriber who asked for it
     * @param namespace what the publisher published before
     */
    private record Way(Asked<Subscribe> subscriber, Asked<PublishNamespace> namespace) {
        boolean isOpen() {
            return isGranted(subscriber, SubscribeOk.class) && isGranted(namespace, RequestOk.class);
        }

        CheckResult closed(WireCheck check, MoqtSessions wire) {
            return isGranted(subscriber, SubscribeOk.class)
                    ? refused(
                            check,
                            wire,
                            namespace,
                            "a grant of " + namespace.request().describe())
                    : refused(
                            check,
                            wire,
                            subscriber,
                            "SUBSCRIBE_OK to " + subscriber.request().describe());
        }

        private static CheckResult refused(WireCheck check, MoqtSessions wire, Asked<?> asked, String expected) {
            var request = asked.request();
            return asked.answer()
                    .map(it -> check.unseen(wire, expected, it.describe(), wire.where(it)))
                    .orElseGet(() ->
                            check.unseen(wire, expected, "no answer to " + request.describe(), wire.where(request)));
        }
    }

    private static boolean isGranted(Asked<?> it, Class<? extends RequestReply> grant) {
        return it.answer().filter(grant::isInstance).isPresent();
    }
}
