package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An event that ends a session (draft-ietf-moq-transport-14 and -16 §3.4, -18 §3.5).
 *
 * @param from the side that ends it
 * @param how how it ends the session
 * @param code the error code; 0 if there is none
 * @param place the position in the capture
 */
@API(status = Status.INTERNAL)
public record SessionEnd(Side from, How how, long code, CapturePosition place) {
    /** The HTTP/3 error codes for WebTransport's first and last error code (draft-ietf-webtrans-http3 §4.4). */
    private static final long FIRST_WEBTRANSPORT = 0x52e4a40fa8dbL;

    private static final long LAST_WEBTRANSPORT = 0x52e5ac983162L;
    /** Every 31st code in between is reserved by HTTP/3 (draft-ietf-webtrans-http3 §4.4). */
    private static final long RESERVED_EVERY = 0x1f;

    private static final long H3_NO_ERROR = 0x100;

    /** The ways to end a session. */
    public enum How {
        /** QUIC closes the connection (RFC 9000 §19.19, type 0x1c). */
        CONNECTION_CLOSE("CONNECTION_CLOSE with QUIC code"),
        /** The application closes the connection, but the frame hides the application's code (RFC 9000 §10.2.3). */
        HIDDEN("CONNECTION_CLOSE with QUIC code"),
        /** MoQT closes the connection (RFC 9000 §19.19, type 0x1d). */
        MOQT_CLOSE("CONNECTION_CLOSE with MoQT code"),
        /** HTTP/3 closes the connection (RFC 9114 §5.3). */
        HTTP_CLOSE("CONNECTION_CLOSE with HTTP/3 code"),
        /** A CLOSE_WEBTRANSPORT_SESSION capsule (draft-ietf-webtrans-http3 §6). */
        CAPSULE("CLOSE_WEBTRANSPORT_SESSION with code"),
        /** A CLOSE_WEBTRANSPORT_SESSION capsule without a code. */
        BAD_CAPSULE("CLOSE_WEBTRANSPORT_SESSION without"),
        /** A FIN on the CONNECT request's stream, which equals a capsule with code 0 (draft-ietf-webtrans-http3 §6). */
        FIN("FIN on the CONNECT request's stream"),
        /** A reset of the CONNECT request's stream. */
        RESET("RESET_STREAM on the CONNECT request's stream with code");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    /**
     * Whether the session ends without an error. A connection of WebTransport may be closed with H3_NO_ERROR. Clients also use
     * 0 and the code for WebTransport's 0; HTTP/3 treats unknown codes as H3_NO_ERROR (RFC 9114 §8).
     */
    public boolean isWithoutError() {
        return switch (how) {
            case CONNECTION_CLOSE, MOQT_CLOSE, CAPSULE -> code == 0;
            case HTTP_CLOSE -> code == 0 || code == H3_NO_ERROR || code == FIRST_WEBTRANSPORT;
            case FIN -> true;
            case BAD_CAPSULE, RESET, HIDDEN -> false;
        };
    }

    /** Whether it is unknown if the session ends with an error. */
    public boolean isHidden() {
        return how == How.HIDDEN;
    }

    /** A description such as {@code CONNECTION_CLOSE with MoQT code 0x3 from the server, packet 16}. */
    @Override
    public String toString() {
        var number = how == How.FIN ? "" : how == How.BAD_CAPSULE ? " code" : " 0x" + Long.toHexString(code);
        return how.words + number + meaning() + " from the " + from.label() + ", " + place;
    }

    private String meaning() {
        if (isHidden()) {
            return " (which hides the application's code)";
        }
        if (how != How.HTTP_CLOSE || code < FIRST_WEBTRANSPORT || code > LAST_WEBTRANSPORT) {
            return "";
        }
        long shifted = code - FIRST_WEBTRANSPORT;
        return " (WebTransport code 0x" + Long.toHexString(shifted - shifted / RESERVED_EVERY) + ")";
    }
}
