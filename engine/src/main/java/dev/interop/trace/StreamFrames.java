package dev.interop.trace;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The frames of a packet that carry data of streams, reset them, or ask the peer to stop sending.
 *
 * @param data the STREAM frames, in order
 * @param breaks the frames that end a stream early
 */
@API(status = Status.EXPERIMENTAL)
public record StreamFrames(List<Data> data, List<Break> breaks) {
    /** A packet without such frames. */
    public static final StreamFrames NONE = new StreamFrames(List.of(), List.of());

    public StreamFrames {
        data = List.copyOf(data);
        breaks = List.copyOf(breaks);
    }

    /**
     * A STREAM frame (RFC 9000 §19.8).
     *
     * @param stream the stream's ID
     * @param offset the offset of the first byte in the stream
     * @param bytes the bytes, in lower-case hexadecimal
     * @param fin whether these are the stream's last bytes
     */
    public record Data(long stream, long offset, String bytes, boolean fin) {}

    /**
     * A RESET_STREAM or STOP_SENDING frame (RFC 9000 §19.4, §19.5), or a RESET_STREAM_AT frame
     * (draft-ietf-quic-reliable-stream-reset §3).
     *
     * @param type the frame's type
     * @param stream the stream's ID
     * @param code the application's error code
     */
    public record Break(FrameType type, long stream, long code) {}
}
