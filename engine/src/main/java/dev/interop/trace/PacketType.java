package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The types of QUIC packets (RFC 9000 §17). */
@API(status = Status.EXPERIMENTAL)
public enum PacketType {
    /** RFC 9000 §17.2.2. */
    INITIAL("Initial"),
    /** RFC 9000 §17.2.3. */
    ZERO_RTT("0-RTT"),
    /** RFC 9000 §17.2.4. */
    HANDSHAKE("Handshake"),
    /** RFC 9000 §17.2.5. */
    RETRY("Retry"),
    /** RFC 9000 §17.2.1. */
    VERSION_NEGOTIATION("Version Negotiation"),
    /** RFC 9000 §17.3.1. A stateless reset looks the same. */
    ONE_RTT("1-RTT"),
    /** A packet of an unknown QUIC version, or not a QUIC packet. */
    OTHER("unknown");

    private final String title;

    PacketType(String title) {
        this.title = title;
    }

    /** The type's name as the RFC spells it. */
    public String title() {
        return title;
    }
}
