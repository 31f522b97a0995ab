package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A CONNECTION_CLOSE frame (RFC 9000 §19.19).
 *
 * @param type the variant: of QUIC itself, or of the application
 * @param code the error code, of QUIC (RFC 9000 §20.1) or of the application (RFC 9000 §20.2)
 */
@API(status = Status.EXPERIMENTAL)
public record ConnectionClose(FrameType type, long code) {}
