package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * What a STREAM frame carries (RFC 9000 §19.8).
 *
 * @param connection the connection
 * @param stream the stream's ID
 * @param from who sent it
 * @param offset of its first byte in that direction of the stream
 * @param bytes its bytes; none in a frame that only ends the stream
 * @param place where it was seen; no two fragments of a capture have the same
 */
public record StreamFragment(
        Connection connection, long stream, Side from, long offset, Bytes bytes, CapturePosition place) {}
