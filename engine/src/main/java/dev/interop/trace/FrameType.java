package dev.interop.trace;

/** The types of QUIC frames that checks ask for (RFC 9000 §19). */
public enum FrameType {
    /** RFC 9000 §19.3, without ECN counts. */
    ACK(0x02),
    /** RFC 9000 §19.3.2, with ECN counts. */
    ACK_ECN(0x03),
    /** RFC 9000 §19.4. */
    RESET_STREAM(0x04),
    /** RFC 9000 §19.5. */
    STOP_SENDING(0x05),
    /** RFC 9000 §19.6. */
    CRYPTO(0x06),
    /** RFC 9000 §19.17. */
    PATH_CHALLENGE(0x1a),
    /** RFC 9000 §19.18. */
    PATH_RESPONSE(0x1b),
    /** draft-ietf-quic-reliable-stream-reset §3. The dissector does not know it, and takes what is in it for frames. */
    RESET_STREAM_AT(0x24);

    private final long code;

    FrameType(long code) {
        this.code = code;
    }

    /** Its number on the wire. */
    public long code() {
        return code;
    }
}
