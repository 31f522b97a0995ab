package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;

/** The messages of draft-ietf-moq-transport-16. */
final class Draft16 {
    private Draft16() {}

    static MessageGrammar grammar() {
        return MessageGrammar.of(
                MoqtDraft.DRAFT_16,
                new QuicIntegers(),
                MoqtDraft.DRAFT_16.section("9"),
                List.of(
                        define(MessageType.CLIENT_SETUP, "CLIENT_SETUP", "9.3", Draft16::clientSetup),
                        define(MessageType.SERVER_SETUP, "SERVER_SETUP", "9.3", Draft16::serverSetup),
                        define(MessageType.REQUEST_OK, "REQUEST_OK", "9.7", Draft16::ok),
                        define(MessageType.REQUEST_ERROR, "REQUEST_ERROR", "9.8", Draft16::error),
                        define(MessageType.SUBSCRIBE, "SUBSCRIBE", "9.9", Draft16::subscribe),
                        define(MessageType.SUBSCRIBE_OK, "SUBSCRIBE_OK", "9.10", Draft16::subscribeOk),
                        define(MessageType.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "9.20", Draft16::publishNamespace),
                        define(MessageType.PUBLISH_NAMESPACE_DONE, "PUBLISH_NAMESPACE_DONE", "9.22", Draft16::done),
                        define(
                                MessageType.SUBSCRIBE_NAMESPACE,
                                "SUBSCRIBE_NAMESPACE",
                                "9.25",
                                Draft16::subscribeNamespace)));
    }

    private static MessageGrammar.Definition define(
            long type, String name, String section, MessageGrammar.Layout layout) {
        return new MessageGrammar.Definition(type, name, MoqtDraft.DRAFT_16.section(section), layout);
    }

    static void requireFrom(MessageHead head, Side side) throws MalformedException {
        if (head.from() != side) {
            throw new MalformedException("sent by the " + head.from().label());
        }
    }

    private static Message clientSetup(MessageHead head, Cursor body) throws MalformedException {
        requireFrom(head, Side.CLIENT);
        return new Setup(head, List.of(), MessageFields.parameters(body));
    }

    private static Message serverSetup(MessageHead head, Cursor body) throws MalformedException {
        requireFrom(head, Side.SERVER);
        return new Setup(head, List.of(), MessageFields.parameters(body));
    }

    private static Message ok(MessageHead head, Cursor body) throws MalformedException {
        return new RequestOk(head, MessageFields.requestId(body), MessageFields.parameters(body));
    }

    private static Message error(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        long code = body.integer("the error code");
        body.integer("the retry interval");
        var reason = MessageFields.reason(body);
        body.end();
        return new RequestError(head, id, code, reason);
    }

    private static Message subscribe(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        var namespace = MessageFields.filledNamespace(body, 1);
        return new Subscribe(head, id, namespace, MessageFields.track(body, namespace), MessageFields.parameters(body));
    }

    private static Message subscribeOk(MessageHead head, Cursor body) throws MalformedException {
        return new SubscribeOk(
                head,
                MessageFields.requestId(body),
                body.integer("the track alias"),
                MessageFields.openParameters(body));
    }

    private static Message publishNamespace(MessageHead head, Cursor body) throws MalformedException {
        return new PublishNamespace(
                head,
                MessageFields.requestId(body),
                MessageFields.filledNamespace(body, 1),
                MessageFields.parameters(body));
    }

    private static Message done(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        body.end();
        return new PublishNamespaceDone(head, id, Optional.empty());
    }

    private static Message subscribeNamespace(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        var prefix = MessageFields.filledNamespace(body, 0);
        body.integer("the subscribe options");
        return new SubscribeNamespace(head, id, prefix, MessageFields.parameters(body));
    }
}
