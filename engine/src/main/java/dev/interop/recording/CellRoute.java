package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the client of a cell gets to its server.
 *
 * @param label unique among a pair's routes, such as {@code webtransport} or {@code remote-quic}; empty where a pair has
 *     one route and no need to name it
 * @param transport {@code quic} or {@code webtransport}, where the protocol has several
 * @param version the draft version, where the protocol has several
 * @param relation how that version relates to the target, in the protocol's own word, where there is a target
 * @param url where the server listens, of one that runs elsewhere; empty for one in a container
 */
@API(status = Status.EXPERIMENTAL)
public record CellRoute(
        @JsonProperty(required = true) String label,
        Optional<String> transport,
        Optional<String> version,
        Optional<String> relation,
        Optional<String> url) {
    /** The one route of a protocol that has one transport and one version. */
    public static CellRoute direct() {
        return new CellRoute("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the server runs elsewhere. */
    public boolean toRemote() {
        return url.isPresent();
    }

    /** Where the server runs: {@code docker} or {@code remote}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String place() {
        return toRemote() ? "remote" : "docker";
    }
}
