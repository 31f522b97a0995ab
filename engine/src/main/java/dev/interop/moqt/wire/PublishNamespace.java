package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * PUBLISH_NAMESPACE (draft-ietf-moq-transport-14 §9.23, -16 §9.20, -18 §10.15).
 *
 * @param head the fields of every message
 * @param requestId the request ID
 * @param namespace the namespace that is published
 * @param parameters the raw bytes of the parameters and their number
 */
@API(status = Status.INTERNAL)
public record PublishNamespace(MessageHead head, OptionalLong requestId, Namespace namespace, Bytes parameters)
        implements Request {
    @Override
    public boolean isAnsweredBy(long type) {
        long error =
                head.draft() == MoqtDraft.DRAFT_14 ? MessageType.PUBLISH_NAMESPACE_ERROR : MessageType.REQUEST_ERROR;
        return type == MessageType.REQUEST_OK || type == error;
    }

    @Override
    public String details() {
        return namespace.toString();
    }
}
