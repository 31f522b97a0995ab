package dev.interop.moqt.wire;

import java.util.Locale;

/** The transports of MoQT (draft-ietf-moq-transport-18 §3.1). */
public enum Transport {
    /** Raw QUIC: every stream belongs to MoQT. */
    QUIC,
    /** A WebTransport session: its streams begin with a header; all other streams belong to HTTP/3. */
    WEBTRANSPORT;

    /** The name in lower case, as in registries, options and recordings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
