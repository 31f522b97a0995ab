package dev.interop.protocol;

import dev.interop.ProtocolVersion;
import dev.interop.recording.CellRoute;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.registry.Role;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The route from a client to a server: transport, version, and a server in a container or a remote one. Cells of the
 * same pair and test case differ by their routes.
 *
 * @param recorded the form of this route in recordings and results
 * @param remote the remote endpoint of the server; empty for a server in a container
 */
@API(status = Status.EXPERIMENTAL)
public record Route(CellRoute recorded, Optional<RemoteEndpoint> remote) {
    public Route {
        if (!recorded.url().equals(remote.map(RemoteEndpoint::url))) {
            throw new IllegalArgumentException(
                    "the route to %s has the endpoint %s".formatted(recorded.url(), remote.map(RemoteEndpoint::url)));
        }
    }

    /**
     * @param label unique among a pair's routes, such as {@code webtransport} or {@code remote-quic}; empty where a
     *     pair has only one route
     * @param transport {@code quic} or {@code webtransport}, where the protocol has several
     * @param version the version that the two are expected to speak ({@code draft-18}), where the protocol has several
     * @param versionRelation that version compared with the target version, as one of
     *     {@link Protocol#versionRelations()}, where there is a target
     * @param remote the remote endpoint of the server; empty for a server in a container
     */
    public Route(
            String label,
            Optional<String> transport,
            Optional<ProtocolVersion> version,
            Optional<String> versionRelation,
            Optional<RemoteEndpoint> remote) {
        this(new CellRoute(label, transport, version, versionRelation, remote.map(RemoteEndpoint::url)), remote);
    }

    /** The only route of a protocol that has one transport and one version. */
    public static Route direct() {
        return new Route(CellRoute.direct(), Optional.empty());
    }

    /** Unique among a pair's routes; empty where a pair has only one. */
    public String label() {
        return recorded.label();
    }

    /** The transport, where the protocol has several. */
    public Optional<String> transport() {
        return recorded.transport();
    }

    /** The version that the two are expected to speak, where the protocol has several. */
    public Optional<ProtocolVersion> version() {
        return recorded.version();
    }

    /** The relation of the version to the target version, where there is a target. */
    public Optional<String> versionRelation() {
        return recorded.relation();
    }

    /** The endpoint of an implementation in a role, in the version of this route. */
    public Endpoint endpoint(Implementation implementation, Role role) {
        var endpoint = implementation.endpoint(role);
        return version().map(endpoint::forDraft).orElse(endpoint);
    }
}
