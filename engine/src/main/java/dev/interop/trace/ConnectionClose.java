package dev.interop.trace;

/**
 * A CONNECTION_CLOSE frame (RFC 9000 §19.19).
 *
 * @param type the variant: of QUIC itself, or of the application
 * @param code the error code, of QUIC (RFC 9000 §20.1) or of the application (RFC 9000 §20.2)
 */
public record ConnectionClose(FrameType type, long code) {}
