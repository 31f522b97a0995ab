package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The refusal of a request: SUBSCRIBE_ERROR, PUBLISH_NAMESPACE_ERROR and SUBSCRIBE_NAMESPACE_ERROR
 * (draft-ietf-moq-transport-14 §9.9, §9.25, §9.30), REQUEST_ERROR (draft-ietf-moq-transport-16 §9.8, -18 §10.6).
 *
 * @param head the fields of every message
 * @param requestId the request's ID; empty in draft 18
 * @param code the error code, unsigned (draft-ietf-moq-transport-14 §13.1, -16 §13.4.2, -18 §15.10.2)
 * @param reason the reason phrase
 */
@API(status = Status.INTERNAL)
public record RequestError(MessageHead head, OptionalLong requestId, long code, Bytes reason) implements RequestReply {
    @Override
    public String details() {
        return "0x" + Long.toHexString(code) + " '" + reason + "'";
    }
}
