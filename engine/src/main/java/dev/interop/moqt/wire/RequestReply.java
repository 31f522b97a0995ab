package dev.interop.moqt.wire;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An answer to a request. It refers to the request by its ID in drafts 14 and 16, and by the stream in draft 18. */
@API(status = Status.INTERNAL)
public sealed interface RequestReply extends Message permits RequestOk, SubscribeOk, RequestError {
    /** Whether this message answers the request. */
    default boolean answers(Request request) {
        return from() != request.from()
                && request.isAnsweredBy(type())
                && (requestId().isPresent() ? requestId().equals(request.requestId()) : stream() == request.stream());
    }
}
