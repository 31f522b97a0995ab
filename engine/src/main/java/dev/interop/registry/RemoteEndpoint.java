package dev.interop.registry;

import dev.interop.ProtocolVersion;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A server that runs outside the test networks and is reached by its URL.
 *
 * @param url its address: {@code https://} for WebTransport, {@code moqt://} for raw QUIC
 * @param transport {@code quic} or {@code webtransport}
 * @param status {@code active}, {@code inactive} or {@code untested}
 * @param draftVersion the draft it speaks, where that differs from the implementation's
 * @param tlsDisableVerify whether its certificate cannot be verified
 * @param notes the registry's notes, empty if there are none
 */
@API(status = Status.EXPERIMENTAL)
public record RemoteEndpoint(
        String url,
        String transport,
        String status,
        Optional<ProtocolVersion> draftVersion,
        boolean tlsDisableVerify,
        String notes) {}
