package dev.interop.moqt.wire;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SUBSCRIBE_OK (draft-ietf-moq-transport-14 §9.8, -16 §9.10, -18 §10.8).
 *
 * @param head the fields of every message
 * @param requestId the request's ID; empty in draft 18
 * @param trackAlias the number of the track in data streams, unsigned
 * @param parameters the raw bytes of the parameters, their number and what follows them
 */
@API(status = Status.INTERNAL)
public record SubscribeOk(MessageHead head, OptionalLong requestId, long trackAlias, Bytes parameters)
        implements RequestReply {
    @Override
    public String details() {
        return "alias " + Long.toUnsignedString(trackAlias);
    }
}
