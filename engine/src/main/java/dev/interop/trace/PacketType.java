package dev.interop.trace;

/** What a QUIC packet is (RFC 9000 §17). */
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
    /** RFC 9000 §17.3.1; a stateless reset looks the same. */
    ONE_RTT("1-RTT"),
    /** Of a version that is not known here, or no QUIC at all. */
    OTHER("unknown");

    private final String title;

    PacketType(String title) {
        this.title = title;
    }

    /** As the RFC spells it. */
    public String title() {
        return title;
    }
}
