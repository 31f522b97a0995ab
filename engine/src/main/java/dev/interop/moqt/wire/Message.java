package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;

/** A control message (draft-ietf-moq-transport-14 and -16 §9, -18 §10). */
public sealed interface Message permits Setup, Request, RequestReply, PublishNamespaceDone, UnknownMessage, Malformed {
    /** What all messages have. */
    MessageHead head();

    /** What it says, for people, without its name; empty if nothing is worth saying. */
    String details();

    /** The request that it makes or refers to; empty where the draft has none. */
    default OptionalLong requestId() {
        return OptionalLong.empty();
    }

    /** Its type on the wire. */
    default long type() {
        return head().type();
    }

    /** The draft's name of it, such as {@code REQUEST_OK}. */
    default String name() {
        return head().name();
    }

    /** The draft's section on it, such as {@code draft-ietf-moq-transport-18 §10.5}. */
    default String section() {
        return head().section();
    }

    /** Who sent it. */
    default Side from() {
        return head().from();
    }

    /** The ID of the stream that it travels on. */
    default long stream() {
        return head().stream();
    }

    /** Where its first byte lies. */
    default CapturePosition place() {
        return head().place();
    }

    /** The message in one line, such as {@code SUBSCRIBE a/b c from the client on stream 4, packet 17}. */
    default String describe() {
        var details = details();
        return name() + (details.isEmpty() ? "" : " ") + details + " from the " + from().label() + " on stream "
                + stream() + ", " + place();
    }
}
