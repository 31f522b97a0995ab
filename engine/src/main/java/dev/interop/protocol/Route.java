package dev.interop.protocol;

import dev.interop.recording.CellRoute;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.registry.Role;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a client gets to a server: what tells cells of the same pair and test case apart.
 *
 * @param label unique among a pair's routes, such as {@code webtransport} or {@code remote-quic}; empty where a pair has
 *     one route and no need to name it
 * @param transport {@code quic} or {@code webtransport}, where the protocol has several
 * @param version the version that the two are expected to speak ({@code draft-18}), where the protocol has several
 * @param versionRelation how that version stands to the target, where there is one
 * @param remote the server that runs elsewhere; empty for one in a container
 */
@API(status = Status.EXPERIMENTAL)
public record Route(
        String label,
        Optional<String> transport,
        Optional<String> version,
        Optional<VersionRelation> versionRelation,
        Optional<RemoteEndpoint> remote) {
    /** How an implementation plays a role on this route: in its version. */
    public Endpoint endpoint(Implementation implementation, Role role) {
        var endpoint = implementation.endpoint(role);
        return version.map(endpoint::forDraft).orElse(endpoint);
    }

    /** The route as recordings and results keep it. */
    public CellRoute recorded() {
        return new CellRoute(
                label,
                transport,
                version,
                versionRelation.map(VersionRelation::label),
                remote.map(RemoteEndpoint::url));
    }

    /** The one route of a protocol that has one transport and one version. */
    public static Route direct() {
        return new Route("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
