package dev.interop.moqt.check;

import dev.interop.moqt.check.MoqtSessions.SessionRequest;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.RequestReply;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Checks that a subscription went through the relay to the publisher. The subscriber sends SUBSCRIBE on one connection; the
 * relay sends SUBSCRIBE for the same track on another connection, on which the track's namespace was published and granted;
 * the publisher grants it, and the relay grants the subscriber's. A client that answers itself on one connection did not use
 * the relay.
 */
@API(status = Status.INTERNAL)
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
    public DraftSections sections() {
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
        var paths = granted.stream()
                .flatMap(publisher -> asked.stream().flatMap(subscriber -> paths(subscriber, publisher)))
                .toList();
        if (paths.isEmpty()) {
            var request = granted.get(0).request();
            return missing(
                    wire,
                    "SUBSCRIBE of the same track from the client on another connection, and PUBLISH_NAMESPACE of its"
                            + " namespace on this one",
                    "no such messages for " + request.describe(),
                    wire.where(request));
        }
        return paths.stream().anyMatch(Path::isGrantedToBoth)
                ? new CheckResult.Passed().shown()
                : paths.get(0).notGranted(this, wire);
    }

    /** The possible paths from a subscriber to a publisher: one for each matching namespace on the publisher's connection. */
    private static Stream<Path> paths(SessionRequest<Subscribe> subscriber, SessionRequest<Subscribe> publisher) {
        var requested = subscriber.request();
        var forwarded = publisher.request();
        var publisherSession = publisher.session();
        if (publisherSession.connection().equals(subscriber.session().connection())
                || !requested.namespace().equals(forwarded.namespace())
                || !requested.track().equals(forwarded.track())) {
            return Stream.empty();
        }
        return publisherSession.requests(PublishNamespace.class).stream()
                .filter(it -> it.from() == Side.CLIENT && it.namespace().isPrefixOf(forwarded.namespace()))
                .map(it -> new Path(subscriber, new SessionRequest<>(publisherSession, it)));
    }

    /**
     * A subscriber's request and the publication that it may have been forwarded to.
     *
     * @param subscriber the subscriber's request
     * @param namespace the publisher's request to publish the namespace
     */
    private record Path(SessionRequest<Subscribe> subscriber, SessionRequest<PublishNamespace> namespace) {
        boolean isGrantedToBoth() {
            return isGranted(subscriber, SubscribeOk.class) && isGranted(namespace, RequestOk.class);
        }

        CheckResult notGranted(WireCheck check, MoqtSessions wire) {
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

        private static CheckResult refused(
                WireCheck check, MoqtSessions wire, SessionRequest<?> asked, String expected) {
            var request = asked.request();
            return asked.answer()
                    .map(it -> check.missing(wire, expected, it.describe(), wire.where(it)))
                    .orElseGet(() ->
                            check.missing(wire, expected, "no answer to " + request.describe(), wire.where(request)));
        }
    }

    private static boolean isGranted(SessionRequest<?> it, Class<? extends RequestReply> grant) {
        return it.answer().filter(grant::isInstance).isPresent();
    }
}
