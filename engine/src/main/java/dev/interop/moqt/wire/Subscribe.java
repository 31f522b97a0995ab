package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SUBSCRIBE (draft-ietf-moq-transport-14 §9.7, -16 §9.9, -18 §10.7).
 *
 * @param head the fields of every message
 * @param requestId the request ID
 * @param namespace the track's namespace
 * @param track the track's name
 * @param parameters the raw bytes of the parameters and their number; in draft 14 without the fields before them
 */
@API(status = Status.INTERNAL)
public record Subscribe(MessageHead head, OptionalLong requestId, Namespace namespace, Bytes track, Bytes parameters)
        implements Request {
    @Override
    public boolean isAnsweredBy(long type) {
        return type == MessageType.SUBSCRIBE_OK || type == MessageType.REQUEST_ERROR;
    }

    @Override
    public String details() {
        return namespace + " " + track;
    }
}
