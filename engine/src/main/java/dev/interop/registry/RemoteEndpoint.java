package dev.interop.registry;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An endpoint that runs somewhere else and is reached over the network.
 *
 * @param url where it listens: {@code https://} for WebTransport, {@code moqt://} for raw QUIC
 * @param transport {@code quic} or {@code webtransport}
 * @param status {@code active}, {@code inactive} or {@code untested}
 * @param draftVersion the draft it speaks, where that differs from the implementation's
 * @param tlsDisableVerify whether its certificate cannot be verified
 * @param notes what the registry says of it, empty if nothing
 */
@API(status = Status.EXPERIMENTAL)
public record RemoteEndpoint(
        String url,
        String transport,
        String status,
        Optional<String> draftVersion,
        boolean tlsDisableVerify,
        String notes) {}
