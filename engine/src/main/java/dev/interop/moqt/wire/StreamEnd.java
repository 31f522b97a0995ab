package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;

/**
 * An end that one side makes to a direction of a stream. In draft 18 this is how requests are cancelled
 * (draft-ietf-moq-transport-18 §3.3.2).
 *
 * @param connection the connection
 * @param stream the stream's ID
 * @param from who makes the end
 * @param how in which way
 * @param code the application's error code, in those that have one (draft-ietf-moq-transport-18 §3.3.3)
 * @param place where it was seen
 */
public record StreamEnd(
        Connection connection, long stream, Side from, How how, OptionalLong code, CapturePosition place)
        implements Withdrawal {
    /** How WebTransport resets the streams of a session that has ended (draft-ietf-webtrans-http3 §6). */
    private static final long SESSION_GONE = 0x170d7b68;
    /** Ways to end a direction of a stream. */
    public enum How {
        /** All is sent (RFC 9000 §19.8). */
        FIN,
        /** The sender gives up (RFC 9000 §19.4). */
        RESET_STREAM,
        /** The same, but what was sent up to a size is delivered (draft-ietf-quic-reliable-stream-reset §3). */
        RESET_STREAM_AT,
        /** The receiver wants no more (RFC 9000 §19.5). */
        STOP_SENDING;

        /** Whether it breaks the stream off. */
        public boolean isAbrupt() {
            return this != FIN;
        }
    }

    /** Whether it says that the stream only goes with its session. */
    boolean isOfItsSession() {
        return code.isPresent() && code.getAsLong() == SESSION_GONE;
    }

    @Override
    public String toString() {
        var with = code.isPresent() ? " 0x" + Long.toHexString(code.getAsLong()) : "";
        return how + with + " from the " + from.label() + " on stream " + stream + ", " + place;
    }
}
