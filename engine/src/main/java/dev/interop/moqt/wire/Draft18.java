package dev.interop.moqt.wire;

import java.util.List;
import java.util.OptionalLong;

/** The messages of draft-ietf-moq-transport-18. */
final class Draft18 {
    /** The error code after which the message has a Redirect structure (§10.6, §15.10.2). */
    private static final long REDIRECT = 0x34;

    private Draft18() {}

    static MessageGrammar grammar() {
        return MessageGrammar.of(
                MoqtDraft.DRAFT_18,
                new LeadingOnesIntegers(),
                MoqtDraft.DRAFT_18.section("10"),
                List.of(
                        define(MessageType.SETUP, "SETUP", "10.3", Draft18::setup),
                        define(MessageType.REQUEST_OK, "REQUEST_OK", "10.5", Draft18::ok),
                        define(MessageType.REQUEST_ERROR, "REQUEST_ERROR", "10.6", Draft18::error),
                        define(MessageType.SUBSCRIBE, "SUBSCRIBE", "10.7", Draft18::subscribe),
                        define(MessageType.SUBSCRIBE_OK, "SUBSCRIBE_OK", "10.8", Draft18::subscribeOk),
                        define(MessageType.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "10.15", Draft18::publishNamespace),
                        define(
                                MessageType.SUBSCRIBE_NAMESPACE_18,
                                "SUBSCRIBE_NAMESPACE",
                                "10.18",
                                Draft18::subscribeNamespace)));
    }

    private static MessageGrammar.Definition define(
            long type, String name, String section, MessageGrammar.Layout layout) {
        return new MessageGrammar.Definition(type, name, MoqtDraft.DRAFT_18.section(section), layout);
    }

    private static Message setup(MessageHead head, Cursor body) {
        return new Setup(head, List.of(), body.rest());
    }

    private static Message ok(MessageHead head, Cursor body) throws MalformedException {
        return new RequestOk(head, OptionalLong.empty(), MessageFields.openParameters(body));
    }

    private static Message error(MessageHead head, Cursor body) throws MalformedException {
        long code = body.integer("the error code");
        body.integer("the retry interval");
        var reason = MessageFields.reason(body);
        if (code == REDIRECT) {
            redirect(body);
        }
        body.end();
        return new RequestError(head, OptionalLong.empty(), code, reason);
    }

    /** §10.6.1. */
    private static void redirect(Cursor body) throws MalformedException {
        body.prefixed("the connect URI");
        MessageFields.track(body, MessageFields.filledNamespace(body, 0));
    }

    private static Message subscribe(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        var namespace = MessageFields.filledNamespace(body, 0);
        return new Subscribe(head, id, namespace, MessageFields.track(body, namespace), MessageFields.parameters(body));
    }

    private static Message subscribeOk(MessageHead head, Cursor body) throws MalformedException {
        return new SubscribeOk(
                head, OptionalLong.empty(), body.integer("the track alias"), MessageFields.openParameters(body));
    }

    private static Message publishNamespace(MessageHead head, Cursor body) throws MalformedException {
        return new PublishNamespace(
                head,
                MessageFields.requestId(body),
                MessageFields.filledNamespace(body, 0),
                MessageFields.parameters(body));
    }

    private static Message subscribeNamespace(MessageHead head, Cursor body) throws MalformedException {
        return new SubscribeNamespace(
                head,
                MessageFields.requestId(body),
                MessageFields.filledNamespace(body, 0),
                MessageFields.parameters(body));
    }
}
