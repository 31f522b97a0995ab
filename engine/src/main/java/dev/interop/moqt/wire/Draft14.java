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
    /** Far more than there ever were. */
    private static final int MOST_VERSIONS = 1000;

    private Draft14() {}

    static Grammar grammar() {
        return Grammar.of(
                MoqtDraft.DRAFT_14,
                new QuicIntegers(),
                MoqtDraft.DRAFT_14.section("9"),
                List.of(
                        define(Type.CLIENT_SETUP, "CLIENT_SETUP", "9.3", Draft14::clientSetup),
                        define(Type.SERVER_SETUP, "SERVER_SETUP", "9.3", Draft14::serverSetup),
                        define(Type.SUBSCRIBE, "SUBSCRIBE", "9.7", Draft14::subscribe),
                        define(Type.SUBSCRIBE_OK, "SUBSCRIBE_OK", "9.8", Draft14::subscribeOk),
                        define(Type.REQUEST_ERROR, "SUBSCRIBE_ERROR", "9.9", Draft14::error),
                        define(Type.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "9.23", Draft14::publishNamespace),
                        define(Type.REQUEST_OK, "PUBLISH_NAMESPACE_OK", "9.24", Draft14::ok),
                        define(Type.PUBLISH_NAMESPACE_ERROR, "PUBLISH_NAMESPACE_ERROR", "9.25", Draft14::error),
                        define(Type.PUBLISH_NAMESPACE_DONE, "PUBLISH_NAMESPACE_DONE", "9.26", Draft14::done),
                        define(Type.SUBSCRIBE_NAMESPACE, "SUBSCRIBE_NAMESPACE", "9.28", Draft14::subscribeNamespace),
                        define(Type.SUBSCRIBE_NAMESPACE_OK, "SUBSCRIBE_NAMESPACE_OK", "9.29", Draft14::ok),
                        define(Type.SUBSCRIBE_NAMESPACE_ERROR, "SUBSCRIBE_NAMESPACE_ERROR", "9.30", Draft14::error)));
    }

    private static Grammar.Definition define(long type, String name, String section, Grammar.Layout layout) {
        return new Grammar.Definition(type, name, MoqtDraft.DRAFT_14.section(section), layout);
    }

    private static Message clientSetup(Head head, Cursor body) throws Malformation {
        Draft16.requireFrom(head, Side.CLIENT);
        long count = body.integer("the number of versions");
        if (Long.compareUnsigned(count, MOST_VERSIONS) > 0) {
            throw new Malformation(Long.toUnsignedString(count) + " versions");
        }
        var versions = new ArrayList<Long>();
        for (long i = 0; i < count; i++) {
            versions.add(body.integer("a version"));
        }
        return new Setup(head, versions, Fields.parameters(body));
    }

    private static Message serverSetup(Head head, Cursor body) throws Malformation {
        Draft16.requireFrom(head, Side.SERVER);
        return new Setup(head, List.of(body.integer("the version")), Fields.parameters(body));
    }

    private static Message subscribe(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        var namespace = Fields.namespace(body, 1);
        var track = Fields.track(body, namespace);
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
        return new Subscribe(head, id, namespace, track, Fields.parameters(body));
    }

    private static Message subscribeOk(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        long alias = body.integer("the track alias");
        body.integer("Expires");
        body.octet("the group order");
        if (body.octet("Content Exists") != 0) {
            location(body);
        }
        return new SubscribeOk(head, id, alias, Fields.parameters(body));
    }

    private static void location(Cursor body) throws Malformation {
        body.integer("a location's group");
        body.integer("a location's object");
    }

    private static Message error(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        long code = body.integer("the error code");
        var reason = Fields.reason(body);
        body.end();
        return new RequestError(head, id, code, reason);
    }

    private static Message publishNamespace(Head head, Cursor body) throws Malformation {
        return new PublishNamespace(head, Fields.requestId(body), Fields.namespace(body, 1), Fields.parameters(body));
    }

    private static Message ok(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        body.end();
        return new RequestOk(head, id, Bytes.EMPTY);
    }

    private static Message done(Head head, Cursor body) throws Malformation {
        var namespace = Fields.namespace(body, 1);
        body.end();
        return new PublishNamespaceDone(head, OptionalLong.empty(), Optional.of(namespace));
    }

    private static Message subscribeNamespace(Head head, Cursor body) throws Malformation {
        return new SubscribeNamespace(head, Fields.requestId(body), Fields.namespace(body, 1), Fields.parameters(body));
    }
}
