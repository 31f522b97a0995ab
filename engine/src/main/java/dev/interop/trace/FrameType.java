package dev.interop.trace;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The types of QUIC frames that checks look for (RFC 9000 §19). */
@API(status = Status.EXPERIMENTAL)
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
    /** RFC 9000 §19.19, of QUIC itself. */
    CONNECTION_CLOSE(0x1c),
    /** RFC 9000 §19.19, of the application. */
    CONNECTION_CLOSE_APPLICATION(0x1d),
    /**
     * draft-ietf-quic-reliable-stream-reset §3. The dissector does not know this type and parses its fields as frames.
     * {@link PayloadReader} therefore parses packets with such a frame if the depth is {@link Depth#STREAMS}.
     */
    RESET_STREAM_AT(0x24);

    private final long code;

    FrameType(long code) {
        this.code = code;
    }

    /** The frame type with this number, if checks look for it. */
    static Optional<FrameType> of(long code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }

    /** The type's number on the wire. */
    public long code() {
        return code;
    }
}
