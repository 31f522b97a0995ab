package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interop.ProtocolVersion;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The route from the client of a cell to its server.
 *
 * @param label unique among a pair's routes, such as {@code webtransport} or {@code remote-quic}; empty if the pair has
 *     only one route
 * @param transport {@code quic} or {@code webtransport}, if the protocol has several transports
 * @param version the draft version, if the protocol has several
 * @param relation the relation of that version to the target version, in the protocol's own word, if there is a target
 * @param url the URL of a remote server; empty for a server in a container
 */
@API(status = Status.EXPERIMENTAL)
public record CellRoute(
        @JsonProperty(required = true) String label,
        Optional<String> transport,
        Optional<ProtocolVersion> version,
        Optional<String> relation,
        Optional<String> url) {
    /** The only route of a protocol with one transport and one version. */
    public static CellRoute direct() {
        return new CellRoute("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the server is remote. */
    public boolean toRemote() {
        return url.isPresent();
    }

    /** The kind of server: {@code docker} or {@code remote}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String place() {
        return toRemote() ? "remote" : "docker";
    }
}
