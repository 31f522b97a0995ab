package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The grant of a request: PUBLISH_NAMESPACE_OK and SUBSCRIBE_NAMESPACE_OK (draft-ietf-moq-transport-14 §9.24, §9.29),
 * REQUEST_OK (draft-ietf-moq-transport-16 §9.7, -18 §10.5).
 *
 * @param head the fields of every message
 * @param requestId the request's ID; empty in draft 18
 * @param parameters the raw bytes of the parameters, their number and what follows them; empty in draft 14
 */
@API(status = Status.INTERNAL)
public record RequestOk(MessageHead head, OptionalLong requestId, Bytes parameters) implements RequestReply {
    @Override
    public String details() {
        return "";
    }
}
