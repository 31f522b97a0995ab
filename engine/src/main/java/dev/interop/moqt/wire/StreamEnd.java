package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A frame by which a side ends a direction of a stream. In draft 18 requests are cancelled in this way
 * (draft-ietf-moq-transport-18 §3.3.2).
 *
 * @param connection the connection
 * @param stream the stream's ID
 * @param from the side that sent the frame
 * @param how the kind of frame
 * @param code the application's error code, if the frame has one (draft-ietf-moq-transport-18 §3.3.3)
 * @param place the position in the capture
 */
@API(status = Status.INTERNAL)
public record StreamEnd(
        Connection connection, long stream, Side from, How how, OptionalLong code, CapturePosition place)
        implements Withdrawal {
    /** The code by which WebTransport resets the streams of a session that has ended (draft-ietf-webtrans-http3 §6). */
    private static final long SESSION_GONE = 0x170d7b68;
    /** The ways to end a direction of a stream. */
    public enum How {
        /** The sender has sent everything (RFC 9000 §19.8). */
        FIN,
        /** The sender stops sending (RFC 9000 §19.4). */
        RESET_STREAM,
        /** The sender stops sending, but bytes up to a size are delivered (draft-ietf-quic-reliable-stream-reset §3). */
        RESET_STREAM_AT,
        /** The receiver asks the sender to stop (RFC 9000 §19.5). */
        STOP_SENDING;

        /** Whether the stream ends before everything was sent. */
        public boolean isAbrupt() {
            return this != FIN;
        }
    }

    /** Whether the code says that the stream ends because its session has ended. */
    boolean isOfItsSession() {
        return code.isPresent() && code.getAsLong() == SESSION_GONE;
    }

    @Override
    public String toString() {
        var with = code.isPresent() ? " 0x" + Long.toHexString(code.getAsLong()) : "";
        return how + with + " from the " + from.label() + " on stream " + stream + ", " + place;
    }
}
