package dev.interop.webtransport;

import dev.interop.recording.ContainerRole;
import dev.interop.verdict.Check;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The checks of WebTransport's test cases that are about sessions; {@link dev.interop.quic.Checks} has the others. */
@API(status = Status.EXPERIMENTAL)
public final class SessionChecks {
    private SessionChecks() {}

    /** Checks that this endpoint writes down the application protocol that both sides agree on (draft-ietf-webtrans-http3 §3.3). */
    public static Check negotiatedProtocol(ContainerRole by) {
        return new NegotiatedProtocol(by);
    }
}
