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

/** Which connection says what, of which track, and in which order, by messages in the packets of their numbers. */
class WhoseSubscriptionTest {
    private static final double SECONDS_A_PACKET = 0.2;
    private static final Connection PUBLISHER = connection(1);
    private static final Connection SUBSCRIBER = connection(2);

    @Test
    void aSubscriptionGoesThroughTheRelayToAnotherConnection() {
        assertThat(through(
                        said(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a", "b"),
                                ok(5, Side.CLIENT)),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b"), okTo(3, 6))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void whoAnswersItselfOnOneConnectionHasNoPublisher() {
        assertThat(seen(through(said(
                        PUBLISHER,
                        publish(1, "a"),
                        granted(2),
                        subscribe(3, Side.CLIENT, "t", "a"),
                        subscribe(4, Side.SERVER, "t", "a"),
                        ok(5, Side.CLIENT)))))
                .isEqualTo("none for SUBSCRIBE a t from the server on stream 4, packet 4");
    }

    @Test
    void anotherTrackIsNotTheOneThatWasAskedFor() {
        for (var other : List.of(subscribe(3, Side.CLIENT, "u", "a"), subscribe(3, Side.CLIENT, "t", "z"))) {
            assertThat(seen(through(
                            said(
                                    PUBLISHER,
                                    publish(1, "a"),
                                    granted(2),
                                    subscribe(4, Side.SERVER, "t", "a"),
                                    ok(5, Side.CLIENT)),
                            said(SUBSCRIBER, other))))
                    .startsWith("none for SUBSCRIBE a t");
        }
    }

    @Test
    void whoPublishedSomethingElseIsNotThePublisher() {
        assertThat(seen(through(
                        said(PUBLISHER, publish(1, "z"), subscribe(4, Side.SERVER, "t", "a"), ok(5, Side.CLIENT)),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .startsWith("none for SUBSCRIBE a t");
    }

    @Test
    void aPublisherMayRefuse() {
        assertThat(seen(through(
                        said(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                error(5, Side.CLIENT)),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .startsWith("REQUEST_ERROR 0x10 'no' from the client");
    }

    @Test
    void aRelayMayForwardNothing() {
        assertThat(seen(through(
                        said(PUBLISHER, publish(1, "a")), said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a")))))
                .isEqualTo("no SUBSCRIBE from the server");
    }

    /** The relay grants another track, and refuses the one that the publisher grants it. */
    @Test
    void aGrantOfAnotherTrackIsNoneOfThisOne() {
        assertThat(seen(through(
                        said(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                ok(5, Side.CLIENT)),
                        said(
                                SUBSCRIBER,
                                subscribe(6, Side.CLIENT, "t", "a"),
                                error(7, Side.SERVER),
                                subscribe(8, Side.CLIENT, "other", "z"),
                                ok(9, Side.SERVER)))))
                .isEqualTo("REQUEST_ERROR 0x10 'no' from the server on stream 6, packet 7");
    }

    @Test
    void aSubscriberThatHasNoAnswerHasNoTrack() {
        assertThat(seen(through(
                        said(
                                PUBLISHER,
                                publish(1, "a"),
                                granted(2),
                                subscribe(4, Side.SERVER, "t", "a"),
                                ok(5, Side.CLIENT)),
                        said(SUBSCRIBER, subscribe(6, Side.CLIENT, "t", "a")))))
                .startsWith("no answer to SUBSCRIBE a t from the client");
    }

    @Test
    void aNamespaceThatWasNotGrantedIsNotPublished() {
        assertThat(seen(through(
                        said(PUBLISHER, publish(1, "a"), subscribe(4, Side.SERVER, "t", "a"), ok(5, Side.CLIENT)),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), okTo(3, 6)))))
                .startsWith("no answer to PUBLISH_NAMESPACE a from the client");
    }

    @Test
    void aSubscriptionBeforeThePublisherIs() {
        assertThat(first(
                        said(PUBLISHER, publish(5, "a")),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), okTo(3, 6))))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(first(
                        said(PUBLISHER, publish(1, "other"), publish(5, "a")),
                        said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER))))
                .isInstanceOf(CheckResult.Passed.class);
    }

    /** What such a client says is all that one says which only wants to be refused. */
    @Test
    void aSubscriptionWithoutAPublisherTellsNothing() {
        var refused = said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));

        for (var result : List.of(
                first(refused),
                first(said(PUBLISHER, publish(5, "other")), refused),
                first(refused, said(PUBLISHER, publish(4, "a"))),
                first(said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER), publish(5, "a"))))) {
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
    void aPublisherThatWasFirst() {
        assertThat(seen(first(
                        said(PUBLISHER, publish(1, "a")), said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b")))))
                .isEqualTo("PUBLISH_NAMESPACE a from the client on stream 1, packet 1 before the SUBSCRIBE");
    }

    /** As in subscribe-before-announce, which is another test case. */
    @Test
    void whatIsPublishedAfterwardsIsNotWhatNobodyPublishes() {
        var check = new NotYetPublished(true);
        var refused = said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a", "b"), error(4, Side.SERVER));

        assertThat(check.examine(wire(refused))).isInstanceOf(CheckResult.Passed.class);
        assertThat(check.examine(wire(refused, said(PUBLISHER, publish(7, "other")))))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(seen(check.examine(wire(refused, said(PUBLISHER, publish(7, "a"))))))
                .isEqualTo("PUBLISH_NAMESPACE a from the client on stream 7, packet 7 beside the SUBSCRIBE");
        assertThat(seen(check.examine(wire(said(PUBLISHER, publish(7, "a"))))))
                .isEqualTo("no SUBSCRIBE from the client");
    }

    /** What could not be read may hold another request of the kind, or another session. */
    @Test
    void aWrongAnswerDecidesOnlyWhereEverythingWasRead() {
        var refused = said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));
        var published = said(PUBLISHER, publish(1, "a"));

        var granted = (WireCheck) WireChecks.subscribeGranted();
        assertThat(granted.examine(wire(refused))).isInstanceOf(CheckResult.Failed.class);
        assertThat(granted.examine(gap(refused)))
                .isInstanceOfSatisfying(
                        CheckResult.Undecided.class,
                        it -> assertThat(it.reason().text())
                                .isEqualTo(
                                        "REQUEST_ERROR 0x10 'no' from the server on stream 3, packet 4, but packet 9 is sealed"));
        assertThat(new NotYetPublished(false).examine(gap(published, refused)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    /** Else a client could turn a refusal into a claim by a packet that nobody can read. */
    @Test
    void aRefusalIsOneWhereAllThatTheRelaySaidWasRead() {
        var granted = (WireCheck) WireChecks.subscribeGranted();
        var refused = said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER));

        assertThat(seen(granted.examine(clientsGap(refused)))).startsWith("REQUEST_ERROR 0x10 'no' from the server");
        assertThat(seen(granted.examine(clientsGap(said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"))))))
                .startsWith("no answer to SUBSCRIBE a t");
        assertThat(seen(granted.examine(clientsGap(said(PUBLISHER, publish(1, "a"))))))
                .isEqualTo("no SUBSCRIBE from the client was read, nor a right answer to one");
    }

    /** The request that it grants may be in a packet that was not read. */
    @Test
    void aRefusalIsNoneBesideAGrantOfNobodyKnowsWhat() {
        var granted = (WireCheck) WireChecks.subscribeGranted();
        var refused = said(SUBSCRIBER, subscribe(3, Side.CLIENT, "t", "a"), error(4, Side.SERVER), ok(8, Side.SERVER));

        assertThat(granted.examine(clientsGap(refused))).isInstanceOf(CheckResult.Undecided.class);
        assertThat(granted.examine(wire(refused))).isInstanceOf(CheckResult.Failed.class);
        assertThat(granted.examine(clientsGap(said(SUBSCRIBER, ok(8, Side.SERVER)))))
                .isInstanceOfSatisfying(
                        CheckResult.Undecided.class,
                        it -> assertThat(it.reason().text())
                                .isEqualTo("no SUBSCRIBE from the client, but packet 9 is sealed"));
    }

    private static CheckResult through(ControlSession... conversations) {
        return new SubscribedThroughRelay().examine(wire(conversations));
    }

    private static CheckResult first(ControlSession... conversations) {
        return new PublishedLater().examine(wire(conversations));
    }

    private static MoqtSessions wire(ControlSession... conversations) {
        return wire(Optional.empty(), Optional.empty(), conversations);
    }

    private static MoqtSessions gap(ControlSession... conversations) {
        return wire(Optional.of("packet 9 is sealed"), Optional.of("packet 9 is sealed"), conversations);
    }

    private static MoqtSessions clientsGap(ControlSession... conversations) {
        return wire(Optional.of("packet 9 is sealed"), Optional.empty(), conversations);
    }

    private static MoqtSessions wire(
            Optional<String> gap, Optional<String> relaysGap, ControlSession... conversations) {
        return new MoqtSessions("capture", MoqtDraft.DRAFT_18, List.of(conversations), gap, relaysGap);
    }

    private static String seen(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        return ((CheckResult.Failed) result).findings().get(0).seen();
    }

    private static ControlSession said(Connection connection, Message... messages) {
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

    /** To the request in the packet before it. */
    private static Message granted(long packet) {
        var head = head(packet, packet - 1, 0x07, "REQUEST_OK", Side.SERVER);
        return new RequestOk(head, OptionalLong.empty(), Bytes.EMPTY);
    }

    /** To the request in the packet before it. */
    private static Message ok(long packet, Side from) {
        var head = head(packet, packet - 1, 0x04, "SUBSCRIBE_OK", from);
        return new SubscribeOk(head, OptionalLong.empty(), 0, Bytes.EMPTY);
    }

    /** To the client's request in an earlier packet. */
    private static Message okTo(long request, long packet) {
        var head = head(packet, request, 0x04, "SUBSCRIBE_OK", Side.SERVER);
        return new SubscribeOk(head, OptionalLong.empty(), 0, Bytes.EMPTY);
    }

    /** To the request in the packet before it. */
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
