package dev.interop.moqt.wire;

import java.util.List;
import java.util.OptionalLong;

/** The messages of draft-ietf-moq-transport-18. */
final class Draft18 {
    /** An error code that a structure follows (§10.6, §15.10.2). */
    private static final long REDIRECT = 0x34;

    private Draft18() {}

    static Grammar grammar() {
        return Grammar.of(
                MoqtDraft.DRAFT_18,
                new LeadingOnesIntegers(),
                MoqtDraft.DRAFT_18.section("10"),
                List.of(
                        define(Type.SETUP, "SETUP", "10.3", Draft18::setup),
                        define(Type.REQUEST_OK, "REQUEST_OK", "10.5", Draft18::ok),
                        define(Type.REQUEST_ERROR, "REQUEST_ERROR", "10.6", Draft18::error),
                        define(Type.SUBSCRIBE, "SUBSCRIBE", "10.7", Draft18::subscribe),
                        define(Type.SUBSCRIBE_OK, "SUBSCRIBE_OK", "10.8", Draft18::subscribeOk),
                        define(Type.PUBLISH_NAMESPACE, "PUBLISH_NAMESPACE", "10.15", Draft18::publishNamespace),
                        define(
                                Type.SUBSCRIBE_NAMESPACE_18,
                                "SUBSCRIBE_NAMESPACE",
                                "10.18",
                                Draft18::subscribeNamespace)));
    }

    private static Grammar.Definition define(long type, String name, String section, Grammar.Layout layout) {
        return new Grammar.Definition(type, name, MoqtDraft.DRAFT_18.section(section), layout);
    }

    private static Message setup(Head head, Cursor body) {
        return new Setup(head, List.of(), body.rest());
    }

    private static Message ok(Head head, Cursor body) throws Malformation {
        return new RequestOk(head, OptionalLong.empty(), Fields.openParameters(body));
    }

    private static Message error(Head head, Cursor body) throws Malformation {
        long code = body.integer("the error code");
        body.integer("the retry interval");
        var reason = Fields.reason(body);
        if (code == REDIRECT) {
            redirect(body);
        }
        body.end();
        return new RequestError(head, OptionalLong.empty(), code, reason);
    }

    /** §10.6.1. */
    private static void redirect(Cursor body) throws Malformation {
        body.prefixed("the connect URI");
        Fields.track(body, Fields.filledNamespace(body, 0));
    }

    private static Message subscribe(Head head, Cursor body) throws Malformation {
        var id = Fields.requestId(body);
        var namespace = Fields.filledNamespace(body, 0);
        return new Subscribe(head, id, namespace, Fields.track(body, namespace), Fields.parameters(body));
    }

    private static Message subscribeOk(Head head, Cursor body) throws Malformation {
        return new SubscribeOk(
                head, OptionalLong.empty(), body.integer("the track alias"), Fields.openParameters(body));
    }

    private static Message publishNamespace(Head head, Cursor body) throws Malformation {
        return new PublishNamespace(
                head, Fields.requestId(body), Fields.filledNamespace(body, 0), Fields.parameters(body));
    }

    private static Message subscribeNamespace(Head head, Cursor body) throws Malformation {
        return new SubscribeNamespace(
                head, Fields.requestId(body), Fields.filledNamespace(body, 0), Fields.parameters(body));
    }
}
