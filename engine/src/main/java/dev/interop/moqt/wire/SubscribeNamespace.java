package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SUBSCRIBE_NAMESPACE (draft-ietf-moq-transport-14 §9.28, -16 §9.25, -18 §10.18).
 *
 * @param head the fields of every message
 * @param requestId the request ID
 * @param prefix the prefix of the namespaces that are subscribed to
 * @param parameters the raw bytes of the parameters and their number
 */
@API(status = Status.INTERNAL)
public record SubscribeNamespace(MessageHead head, OptionalLong requestId, Namespace prefix, Bytes parameters)
        implements Request {
    @Override
    public boolean isAnsweredBy(long type) {
        return head.draft() == MoqtDraft.DRAFT_14
                ? type == MessageType.SUBSCRIBE_NAMESPACE_OK || type == MessageType.SUBSCRIBE_NAMESPACE_ERROR
                : type == MessageType.REQUEST_OK || type == MessageType.REQUEST_ERROR;
    }

    @Override
    public String details() {
        return prefix.toString();
    }
}
