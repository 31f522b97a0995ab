package dev.interop.moqt.wire;

import java.util.OptionalLong;

/**
 * SUBSCRIBE_NAMESPACE (draft-ietf-moq-transport-14 §9.28, -16 §9.25, -18 §10.18).
 *
 * @param head what all messages have
 * @param requestId its request ID
 * @param prefix what namespaces have to begin with
 * @param parameters its parameters as they are, with their number
 */
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
