package dev.interop.moqt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.check.MoqtSessions;
import dev.interop.moqt.check.NotYetPublished;
import dev.interop.moqt.check.PublishedLater;
import dev.interop.moqt.check.SubscribedThroughRelay;
import dev.interop.moqt.check.WireCheck;
import dev.interop.moqt.check.WireChecks;
import dev.interop.moqt.wire.Bytes;
import dev.interop.moqt.wire.CapturePosition;
import dev.interop.moqt.wire.Connection;
import dev.interop.moqt.wire.ControlSession;
import dev.interop.moqt.wire.Message;
import dev.interop.moqt.wire.MessageHead;
import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.Namespace;
import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestError;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Address;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Applies the checks of subscriptions to sessions of given messages; a message's number is that of its packet. */
class SubscriptionChecksTest {
    private static final double SECONDS_A_PACKET = 0.2;
    private static final Connection PUBLISHER = connection(1);
    private static final Connection SUBSCRIBER = connection(2);

    @Test
    void aSubscriptionThatIsForwardedToAnotherConnectionPasses() {
        assertThat(throughRelay(
                        session(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a", "b"),
                                ok(5, Side.CLIENT)),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b"), okTo(3, 6))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void aClientThatAnswersItselfOnOneConnectionFails() {
        assertThat(seen(throughRelay(session(
                        PUBLISHER,
                        publish(1, "a"),
                        granted(2),
                        subscribe(3, Side.CLIENT, "t", "a"),
                        subscribe(4, Side.SERVER, "t", "a"),
                        ok(5, Side.CLIENT)))))
                .isEqualTo("no such messages for SUBSCRIBE a t from the server on stream 4, packet 4");
    }

    @Test
    void aForwardedSubscriptionToAnotherTrackFails() {
        for (var other : List.of(subscribe(3, Side.CLIENT, "u", "a"), subscribe(3, Side.CLIENT, "t", "z"))) {
            assertThat(seen(throughRelay(
                            session(
                                    PUBLISHER,
                                    publish(1, "a"),
                                    granted(2),
                                    subscribe(4, Side.SERVER, "t", "a"),
                                    ok(5, Side.CLIENT)),
                            session(SUBSCRIBER, other))))
                    .startsWith("no such messages for SUBSCRIBE a t");
        }
    }

    @Test
    void aPublisherOfAnotherNamespaceFails() {
        assertThat(seen(throughRelay(
                        session(PUBLISHER, publish(1, "z"), subscribe(4, Side.SERVER, "t", "a"), ok(5, Side.CLIENT)),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .startsWith("no such messages for SUBSCRIBE a t");
    }

    @Test
    void aPublisherThatRefusesFails() {
        assertThat(seen(throughRelay(
                        session(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                error(5, Side.CLIENT)),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .startsWith("REQUEST_ERROR 0x10 'no' from the client");
    }

    @Test
    void aRelayThatForwardsNothingFails() {
        assertThat(seen(throughRelay(
                        session(PUBLISHER, publish(1, "a")), session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .isEqualTo("no SUBSCRIBE from the server");
    }

    /** The relay grants another track and refuses the one that the publisher granted. */
    @Test
    void aGrantOfAnotherTrackDoesNotCount() {
        assertThat(seen(throughRelay(
                        session(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                ok(5, Side.CLIENT)),
                        session(
                                SUBSCRIBER,
                                subscribe(6, Side.CLIENT, "t", "a"),
                                error(7, Side.SERVER),
                                subscribe(8, Side.CLIENT, "other", "z"),
                                ok(9, Side.SERVER)))))
                .isEqualTo("REQUEST_ERROR 0x10 'no' from the server on stream 6, packet 7");
    }

    @Test
    void aSubscriberWithoutAnAnswerFails() {
        assertThat(seen(throughRelay(
                        session(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                ok(5, Side.CLIENT)),
                        session(SUBSCRIBER, subscribe(6, Side.CLIENT, "t", "a")))))
                .startsWith("no answer to SUBSCRIBE a t from the client");
    }

    @Test
    void aNamespaceThatWasNotGrantedDoesNotCountAsPublished() {
        assertThat(seen(throughRelay(
                        session(PUBLISHER, publish(1, "a"), subscribe(4, Side.SERVER, "t", "a"), ok(5, Side.CLIENT)),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), okTo(3, 6)))))
                .startsWith("no answer to PUBLISH_NAMESPACE a from the client");
    }

    @Test
    void aSubscriptionThatIsPublishedLaterPasses() {
        assertThat(publishedLater(
                        session(PUBLISHER, publish(5, "a")),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), okTo(3, 6))))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(publishedLater(
                        session(PUBLISHER, publish(1, "other"), publish(5, "a")),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    /** A client that expects to be refused sends the same messages. */
    @Test
    void aSubscriptionWithoutALaterPublisherIsUndecided() {
        var refused = session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));

        for (var result : List.of(
                publishedLater(refused),
                publishedLater(session(PUBLISHER, publish(5, "other")), refused),
                publishedLater(refused, session(PUBLISHER, publish(4, "a"))),
                publishedLater(session(
                        SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER), publish(5, "a"))))) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            CheckResult.Undecided.class,
                            it -> assertThat(it.reason().text())
                                    .isEqualTo(
                                            "no PUBLISH_NAMESPACE of its namespace on another connection a quarter of a"
                                                    + " second after SUBSCRIBE a t from the client on stream 3, packet 3 or"
                                                    + " later"));
        }
    }

    @Test
    void aNamespaceThatIsPublishedBeforeTheSubscriptionFails() {
        assertThat(seen(publishedLater(
                        session(PUBLISHER, publish(1, "a")),
                        session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b")))))
                .isEqualTo("PUBLISH_NAMESPACE a from the client on stream 1, packet 1 before the SUBSCRIBE");
    }

    /** Publishing later is right in subscribe-before-announce only. */
    @Test
    void aNamespaceThatIsPublishedAfterwardsFailsSubscribeError() {
        var check = new NotYetPublished(true);
        var refused = session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b"), error(4, Side.SERVER));

        assertThat(check.examine(sessions(refused))).isInstanceOf(CheckResult.Passed.class);
        assertThat(check.examine(sessions(refused, session(PUBLISHER, publish(7, "other")))))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(seen(check.examine(sessions(refused, session(PUBLISHER, publish(7, "a"))))))
                .isEqualTo("PUBLISH_NAMESPACE a from the client on stream 7, packet 7 beside the SUBSCRIBE");
        assertThat(seen(check.examine(sessions(session(PUBLISHER, publish(7, "a"))))))
                .isEqualTo("no SUBSCRIBE from the client");
    }

    /** Packets that could not be read may have another such request or another session. */
    @Test
    void aWrongAnswerFailsOnlyIfEverythingWasRead() {
        var refused = session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));
        var published = session(PUBLISHER, publish(1, "a"));

        var granted = (WireCheck) WireChecks.subscribeGranted();
        assertThat(granted.examine(sessions(refused))).isInstanceOf(CheckResult.Failed.class);
        assertThat(granted.examine(gap(refused)))
                .isInstanceOfSatisfying(
                        CheckResult.Undecided.class,
                        it -> assertThat(it.reason().text())
                                .isEqualTo(
                                        "REQUEST_ERROR 0x10 'no' from the server on stream 3, packet 4, but packet 9 is encrypted"));
        assertThat(new NotYetPublished(false).examine(gap(published, refused)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    /** Otherwise a client could turn a refusal into a claimed pass by sending a packet that cannot be decrypted. */
    @Test
    void aRefusalFailsIfEverythingThatTheRelaySentWasRead() {
        var granted = (WireCheck) WireChecks.subscribeGranted();
        var refused = session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));

        assertThat(seen(granted.examine(clientGap(refused)))).startsWith("REQUEST_ERROR 0x10 'no' from the server");
        assertThat(seen(granted.examine(clientGap(session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"))))))
                .startsWith("no answer to SUBSCRIBE a t");
        assertThat(seen(granted.examine(clientGap(session(PUBLISHER, publish(1, "a"))))))
                .isEqualTo("no SUBSCRIBE from the client was read, and no right answer to one");
    }

    /** The granted request may be in a packet that could not be read. */
    @Test
    void aRefusalIsUndecidedBesideAGrantOfAnUnknownRequest() {
        var granted = (WireCheck) WireChecks.subscribeGranted();
        var refused =
                session(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER), ok(8, Side.SERVER));

        assertThat(granted.examine(clientGap(refused))).isInstanceOf(CheckResult.Undecided.class);
        assertThat(granted.examine(sessions(refused))).isInstanceOf(CheckResult.Failed.class);
        assertThat(granted.examine(clientGap(session(SUBSCRIBER, ok(8, Side.SERVER)))))
                .isInstanceOfSatisfying(
                        CheckResult.Undecided.class,
                        it -> assertThat(it.reason().text())
                                .isEqualTo("no SUBSCRIBE from the client, but packet 9 is encrypted"));
    }

    private static CheckResult throughRelay(ControlSession... sessions) {
        return new SubscribedThroughRelay().examine(sessions(sessions));
    }

    private static CheckResult publishedLater(ControlSession... sessions) {
        return new PublishedLater().examine(sessions(sessions));
    }

    private static MoqtSessions sessions(ControlSession... sessions) {
        return sessions(Optional.empty(), Optional.empty(), sessions);
    }

    private static MoqtSessions gap(ControlSession... sessions) {
        return sessions(Optional.of("packet 9 is encrypted"), Optional.of("packet 9 is encrypted"), sessions);
    }

    private static MoqtSessions clientGap(ControlSession... sessions) {
        return sessions(Optional.of("packet 9 is encrypted"), Optional.empty(), sessions);
    }

    private static MoqtSessions sessions(Optional<String> gap, Optional<String> relayGap, ControlSession... sessions) {
        return new MoqtSessions("capture", MoqtDraft.DRAFT_18, List.of(sessions), gap, relayGap, gap);
    }

    private static String seen(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        return ((CheckResult.Failed) result).findings().get(0).seen();
    }

    private static ControlSession session(Connection connection, Message... messages) {
        return new ControlSession(
                connection,
                MoqtDraft.DRAFT_18,
                List.of(messages),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Message publish(long packet, String namespace) {
        var head = head(packet, packet, 0x06, "PUBLISH_NAMESPACE", Side.CLIENT);
        return new PublishNamespace(head, OptionalLong.empty(), Namespace.of(namespace), Bytes.EMPTY);
    }

    private static Message subscribe(long packet, Side from, String track, String... namespace) {
        var head = head(packet, packet, 0x03, "SUBSCRIBE", from);
        return new Subscribe(head, OptionalLong.empty(), Namespace.of(namespace), Bytes.of(track), Bytes.EMPTY);
    }

    /** Answers the request in the packet before. */
    private static Message granted(long packet) {
        var head = head(packet, packet - 1, 0x07, "REQUEST_OK", Side.SERVER);
        return new RequestOk(head, OptionalLong.empty(), Bytes.EMPTY);
    }

    /** Answers the request in the packet before. */
    private static Message ok(long packet, Side from) {
        var head = head(packet, packet - 1, 0x04, "SUBSCRIBE_OK", from);
        return new SubscribeOk(head, OptionalLong.empty(), 0, Bytes.EMPTY);
    }

    /** Answers the client's request in an earlier packet. */
    private static Message okTo(long request, long packet) {
        var head = head(packet, request, 0x04, "SUBSCRIBE_OK", Side.SERVER);
        return new SubscribeOk(head, OptionalLong.empty(), 0, Bytes.EMPTY);
    }

    /** Answers the request in the packet before. */
    private static Message error(long packet, Side from) {
        var head = head(packet, packet - 1, 0x05, "REQUEST_ERROR", from);
        return new RequestError(head, OptionalLong.empty(), 0x10, Bytes.of("no"));
    }

    private static MessageHead head(long packet, long stream, long type, String name, Side from) {
        var place = new CapturePosition(packet, packet * SECONDS_A_PACKET, 0);
        return new MessageHead(MoqtDraft.DRAFT_18, type, name, "section", from, stream, place, place);
    }

    private static Connection connection(int port) {
        return new Connection(new Address("10.0.0.1", port), new Address("10.0.0.2", 443));
    }
}
