package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The messages of draft-ietf-moq-transport-14. */
final class Draft14 {
    /** Filter types (§9.7). */
    private static final long ABSOLUTE_START = 0x3;

    private static final long ABSOLUTE_RANGE = 0x4;
    /** Limits a hostile list; fewer drafts than this exist. */
    private static final int MAX_VERSIONS = 1000;

    private Draft14() {}

    static MessageGrammar grammar() {
        return MessageGrammar.of(
                MoqtDraft.DRAFT_14,
                new QuicIntegers(),
                MoqtDraft.DRAFT_14.section("9"),
                List.of(
                        define(MessageType.CLIENT_SETUP, "CLIENT_SETUP", "9.3", Draft14::clientSetup),
                        define(MessageType.SERVER_SETUP, "SERVER_SETUP", "9.3", Draft14::serverSetup),
                        define(MessageType.SUBSCRIBE, "SUBSCRIBE", "9.7", Draft14::subscribe),
                        define(MessageType.SUBSCRIBE_OK, "SUBSCRIBE_OK", "9.8", Draft14::subscribeOk),
                        define(MessageType.REQUEST_ERROR, "SUBSCRIBE_ERROR", "9.9", Draft14::error),
                        define(MessageType.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "9.23", Draft14::publishNamespace),
                        define(MessageType.REQUEST_OK, "PUBLISH_NAMESPACE_OK", "9.24", Draft14::ok),
                        define(MessageType.PUBLISH_NAMESPACE_ERROR, "PUBLISH_NAMESPACE_ERROR", "9.25", Draft14::error),
                        define(MessageType.PUBLISH_NAMESPACE_DONE, "PUBLISH_NAMESPACE_DONE", "9.26", Draft14::done),
                        define(
                                MessageType.SUBSCRIBE_NAMESPACE,
                                "SUBSCRIBE_NAMESPACE",
                                "9.28",
                                Draft14::subscribeNamespace),
                        define(MessageType.SUBSCRIBE_NAMESPACE_OK, "SUBSCRIBE_NAMESPACE_OK", "9.29", Draft14::ok),
                        define(
                                MessageType.SUBSCRIBE_NAMESPACE_ERROR,
                                "SUBSCRIBE_NAMESPACE_ERROR",
                                "9.30",
                                Draft14::error)));
    }

    private static MessageGrammar.Definition define(
            long type, String name, String section, MessageGrammar.Layout layout) {
        return new MessageGrammar.Definition(type, name, MoqtDraft.DRAFT_14.section(section), layout);
    }

    private static Message clientSetup(MessageHead head, Cursor body) throws MalformedException {
        Draft16.requireFrom(head, Side.CLIENT);
        long count = body.integer("the number of versions");
        if (Long.compareUnsigned(count, MAX_VERSIONS) > 0) {
            throw new MalformedException(Long.toUnsignedString(count) + " versions");
        }
        var versions = new ArrayList<Long>();
        for (long i = 0; i < count; i++) {
            versions.add(body.integer("a version"));
        }
        return new Setup(head, versions, MessageFields.parameters(body));
    }

    private static Message serverSetup(MessageHead head, Cursor body) throws MalformedException {
        Draft16.requireFrom(head, Side.SERVER);
        return new Setup(head, List.of(body.integer("the version")), MessageFields.parameters(body));
    }

    private static Message subscribe(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        var namespace = MessageFields.namespace(body, 1);
        var track = MessageFields.track(body, namespace);
        body.octet("the subscriber's priority");
        body.octet("the group order");
        body.octet("Forward");
        long filter = body.integer("the filter type");
        if (filter == ABSOLUTE_START || filter == ABSOLUTE_RANGE) {
            location(body);
        }
        if (filter == ABSOLUTE_RANGE) {
            body.integer("the end group");
        }
        return new Subscribe(head, id, namespace, track, MessageFields.parameters(body));
    }

    private static Message subscribeOk(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        long alias = body.integer("the track alias");
        body.integer("Expires");
        body.octet("the group order");
        if (body.octet("Content Exists") != 0) {
            location(body);
        }
        return new SubscribeOk(head, id, alias, MessageFields.parameters(body));
    }

    private static void location(Cursor body) throws MalformedException {
        body.integer("a location's group");
        body.integer("a location's object");
    }

    private static Message error(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        long code = body.integer("the error code");
        var reason = MessageFields.reason(body);
        body.end();
        return new RequestError(head, id, code, reason);
    }

    private static Message publishNamespace(MessageHead head, Cursor body) throws MalformedException {
        return new PublishNamespace(
                head, MessageFields.requestId(body), MessageFields.namespace(body, 1), MessageFields.parameters(body));
    }

    private static Message ok(MessageHead head, Cursor body) throws MalformedException {
        var id = MessageFields.requestId(body);
        body.end();
        return new RequestOk(head, id, Bytes.EMPTY);
    }

    private static Message done(MessageHead head, Cursor body) throws MalformedException {
        var namespace = MessageFields.namespace(body, 1);
        body.end();
        return new PublishNamespaceDone(head, OptionalLong.empty(), Optional.of(namespace));
    }

    private static Message subscribeNamespace(MessageHead head, Cursor body) throws MalformedException {
        return new SubscribeNamespace(
                head, MessageFields.requestId(body), MessageFields.namespace(body, 1), MessageFields.parameters(body));
    }
}
