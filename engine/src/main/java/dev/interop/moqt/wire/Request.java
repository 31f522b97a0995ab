package dev.interop.moqt.wire;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A message that requires an answer. */
@API(status = Status.INTERNAL)
public sealed interface Request extends Message permits PublishNamespace, Subscribe, SubscribeNamespace {
    /** Whether this draft answers such a request with messages of this type. */
    boolean isAnsweredBy(long type);
}
