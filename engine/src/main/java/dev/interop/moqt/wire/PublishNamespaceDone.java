package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * PUBLISH_NAMESPACE_DONE, which withdraws a namespace (draft-ietf-moq-transport-14 §9.26, -16 §9.22).
 *
 * @param head the fields of every message
 * @param requestId in draft 16 the ID of the request that is withdrawn; in draft 14 empty
 * @param namespace in draft 14 the namespace that is withdrawn; in draft 16 empty
 */
@API(status = Status.INTERNAL)
public record PublishNamespaceDone(MessageHead head, OptionalLong requestId, Optional<Namespace> namespace)
        implements Message, Withdrawal {
    /** Whether this message withdraws the namespace of the request. */
    public boolean withdraws(PublishNamespace request) {
        return from() == request.from()
                && (requestId.isPresent()
                        ? requestId.equals(request.requestId())
                        : namespace.equals(Optional.of(request.namespace())));
    }

    @Override
    public Side from() {
        return head.from();
    }

    @Override
    public CapturePosition place() {
        return head.place();
    }

    @Override
    public String details() {
        return namespace.map(Namespace::toString).orElse("");
    }
}
