package dev.interop.trace;

import java.util.List;

/**
 * A packet's frames that are about streams.
 *
 * @param data what STREAM frames carry, in the order of the frames
 * @param breaks streams that are broken off
 */
public record StreamFrames(List<Data> data, List<Break> breaks) {
    /** A packet without any. */
    public static final StreamFrames NONE = new StreamFrames(List.of(), List.of());

    public StreamFrames {
        data = List.copyOf(data);
        breaks = List.copyOf(breaks);
    }

    /**
     * A STREAM frame (RFC 9000 §19.8).
     *
     * @param stream the stream's ID
     * @param offset of its first byte
     * @param bytes its bytes, lower-case hex
     * @param fin whether they are the stream's last
     */
    public record Data(long stream, long offset, String bytes, boolean fin) {}

    /**
     * A RESET_STREAM or STOP_SENDING frame (RFC 9000 §19.4, §19.5), or a RESET_STREAM_AT frame
     * (draft-ietf-quic-reliable-stream-reset §3).
     *
     * @param type which one
     * @param stream the stream's ID
     * @param code the application's error code
     */
    public record Break(FrameType type, long stream, long code) {}
}
