package dev.interop.moqt.wire;

import java.util.OptionalLong;

/**
 * PUBLISH_NAMESPACE (draft-ietf-moq-transport-14 §9.23, -16 §9.20, -18 §10.15).
 *
 * @param head what all messages have
 * @param requestId its request ID
 * @param namespace what is published
 * @param parameters its parameters as they are, with their number
 */
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
