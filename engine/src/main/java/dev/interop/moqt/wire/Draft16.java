package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;

/** The messages of draft-ietf-moq-transport-16. */
final class Draft16 {
    private Draft16() {}

    static Grammar grammar() {
        return Grammar.of(
                MoqtDraft.DRAFT_16,
                new QuicIntegers(),
                MoqtDraft.DRAFT_16.section("9"),
                List.of(
                        define(Type.CLIENT_SETUP, "CLIENT_SETUP", "9.3", Draft16::clientSetup),
                        define(Type.SERVER_SETUP, "SERVER_SETUP", "9.3", Draft16::serverSetup),
                        define(Type.REQUEST_OK, "REQUEST_OK", "9.7", Draft16::ok),
                        define(Type.REQUEST_ERROR, "REQUEST_ERROR", "9.8", Draft16::error),
                        define(Type.SUBSCRIBE, "SUBSCRIBE", "9.9", Draft16::subscribe),
                        define(Type.SUBSCRIBE_OK, "SUBSCRIBE_OK", "9.10", Draft16::subscribeOk),
                        define(Type.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "9.20", Draft16::publishNamespace),
                        define(Type.PUBLISH_NAMESPACE_DONE, "PUBLISH_NAMESPACE_DONE", "9.22", Draft16::done),
                        define(Type.SUBSCRIBE_NAMESPACE, "SUBSCRIBE_NAMESPACE", "9.25", Draft16::subscribeNamespace)));
    }

    private static Grammar.Definition define(long type, String name, String section, Grammar.Layout layout) {
        return new Grammar.Definition(type, name, MoqtDraft.DRAFT_16.section(section), layout);
    }

    static void requireFrom(Head head, Side side) throws Malformation {
        if (head.from() != side) {
            throw new Malformation("sent by the " + head.from().label());
        }
    }

    private static Message clientSetup(Head head, Cursor body) throws Malformation {
        requireFrom(head, Side.CLIENT);
        return new Setup(head, List.of(), Fields.parameters(body));
    }

    private static Message serverSetup(Head head, Cursor body) throws Malformation {
        requireFrom(head, Side.SERVER);
        return new Setup(head, List.of(), Fields.parameters(body));
    }

    private static Message ok(Head head, Cursor body) throws Malformation {
        return new RequestOk(head, Fields.requestId(body), Fields.parameters(body));
    }

    private static Message error(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        long code = body.integer("the error code");
        body.integer("the retry interval");
        var reason = Fields.reason(body);
        body.end();
        return new RequestError(head, id, code, reason);
    }

    private static Message subscribe(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        var namespace = Fields.filledNamespace(body, 1);
        return new Subscribe(head, id, namespace, Fields.track(body, namespace), Fields.parameters(body));
    }

    private static Message subscribeOk(Head head, Cursor body) throws Malformation {
        return new SubscribeOk(
                head, Fields.requestId(body), body.integer("the track alias"), Fields.openParameters(body));
    }

    private static Message publishNamespace(Head head, Cursor body) throws Malformation {
        return new PublishNamespace(
                head, Fields.requestId(body), Fields.filledNamespace(body, 1), Fields.parameters(body));
    }

    private static Message done(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        body.end();
        return new PublishNamespaceDone(head, id, Optional.empty());
    }

    private static Message subscribeNamespace(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        var prefix = Fields.filledNamespace(body, 0);
        body.integer("the subscribe options");
        return new SubscribeNamespace(head, id, prefix, Fields.parameters(body));
    }
}
