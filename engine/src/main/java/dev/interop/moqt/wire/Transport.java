package dev.interop.moqt.wire;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The transports of MoQT (draft-ietf-moq-transport-18 §3.1). */
@API(status = Status.INTERNAL)
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
