package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A control message (draft-ietf-moq-transport-14 and -16 §9, -18 §10). */
@API(status = Status.INTERNAL)
public sealed interface Message
        permits Setup, Request, RequestReply, PublishNamespaceDone, UnknownMessage, MalformedMessage {
    /** The fields of every message. */
    MessageHead head();

    /** A description of the fields without the message's name; may be empty. */
    String details();

    /** The ID of the request that the message makes or refers to; empty if the draft has none. */
    default OptionalLong requestId() {
        return OptionalLong.empty();
    }

    /** The message type on the wire. */
    default long type() {
        return head().type();
    }

    /** The draft's name of the message, such as {@code REQUEST_OK}. */
    default String name() {
        return head().name();
    }

    /** The draft's section on the message, such as {@code draft-ietf-moq-transport-18 §10.5}. */
    default String section() {
        return head().section();
    }

    /** The side that sent it. */
    default Side from() {
        return head().from();
    }

    /** The ID of the message's stream. */
    default long stream() {
        return head().stream();
    }

    /** The position of the first byte. */
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
