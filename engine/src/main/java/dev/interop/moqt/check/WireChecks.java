package dev.interop.moqt.check;

import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.RequestError;
import dev.interop.moqt.wire.RequestOk;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.moqt.wire.SubscribeOk;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Factory methods for the checks of MoQT test cases. */
@API(status = Status.INTERNAL)
public final class WireChecks {
    static final DraftSections SUBSCRIBE_OK = new DraftSections("10.8", "9.10", "9.8");

    private WireChecks() {}

    public static Check connected() {
        return new Connected();
    }

    public static Check setupExchanged() {
        return new SetupExchanged();
    }

    public static Check sessionClosed() {
        return new SessionClosed();
    }

    public static Check namespaceGranted() {
        return new RequestAnswered<>(
                "The relay grants the client's PUBLISH_NAMESPACE",
                new DraftSections("10.5", "9.7", "9.24"),
                PublishNamespace.class,
                Side.CLIENT,
                "PUBLISH_NAMESPACE",
                List.of(RequestOk.class),
                "REQUEST_OK (PUBLISH_NAMESPACE_OK in draft 14)");
    }

    public static Check namespaceWithdrawn() {
        return new NamespaceWithdrawn();
    }

    public static Check subscribeRefused() {
        return new RequestAnswered<>(
                "The relay refuses the client's SUBSCRIBE",
                new DraftSections("10.6", "9.8", "9.9"),
                Subscribe.class,
                Side.CLIENT,
                "SUBSCRIBE",
                List.of(RequestError.class),
                "REQUEST_ERROR (SUBSCRIBE_ERROR in draft 14)");
    }

    public static Check subscribeGranted() {
        return new RequestAnswered<>(
                "The relay grants the client's SUBSCRIBE",
                SUBSCRIBE_OK,
                Subscribe.class,
                Side.CLIENT,
                "SUBSCRIBE",
                List.of(SubscribeOk.class),
                "SUBSCRIBE_OK");
    }

    public static Check subscribedThroughRelay() {
        return new SubscribedThroughRelay();
    }

    public static Check neverPublished() {
        return new NotYetPublished(true);
    }

    public static Check publishedLater() {
        return new PublishedLater();
    }

    public static Check subscribeAnswered() {
        return new RequestAnswered<>(
                "The relay answers the client's SUBSCRIBE",
                new DraftSections("10.7", "9.9", "9.7"),
                Subscribe.class,
                Side.CLIENT,
                "SUBSCRIBE",
                List.of(SubscribeOk.class, RequestError.class),
                "SUBSCRIBE_OK or REQUEST_ERROR");
    }
}
