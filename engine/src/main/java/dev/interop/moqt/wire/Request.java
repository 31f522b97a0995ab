package dev.interop.moqt.wire;

/** A message that requires an answer. */
public sealed interface Request extends Message permits PublishNamespace, Subscribe, SubscribeNamespace {
    /** Whether this draft answers such a request with messages of this type. */
    boolean isAnsweredBy(long type);
}
