package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The data of a STREAM frame (RFC 9000 §19.8).
 *
 * @param connection the connection
 * @param stream the stream's ID
 * @param from the side that sent it
 * @param offset the offset of the first byte in this direction of the stream
 * @param bytes the bytes; none in a frame that only ends the stream
 * @param place the position in the capture, unique for each fragment
 */
@API(status = Status.INTERNAL)
public record StreamFragment(
        Connection connection, long stream, Side from, long offset, Bytes bytes, CapturePosition place) {}
