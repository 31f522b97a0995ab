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
public record SubscribeNamespace(Head head, OptionalLong requestId, Namespace prefix, Bytes parameters)
        implements Request {
    @Override
    public boolean isAnsweredBy(long type) {
        return head.draft() == MoqtDraft.DRAFT_14
                ? type == Type.SUBSCRIBE_NAMESPACE_OK || type == Type.SUBSCRIBE_NAMESPACE_ERROR
                : type == Type.REQUEST_OK || type == Type.REQUEST_ERROR;
    }

    @Override
    public String details() {
        return prefix.toString();
    }
}
