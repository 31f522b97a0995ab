package dev.interop.moqt.wire;

import java.util.Locale;

/** What MoQT's streams are streams of (draft-ietf-moq-transport-18 §3.1). */
public enum Transport {
    /** QUIC itself: each stream is MoQT's. */
    QUIC,
    /** A WebTransport session: its streams begin with a header, the others are HTTP/3's. */
    WEBTRANSPORT;

    /** Lower case, as registries, options and recordings spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
