package dev.interop.expectation;

import dev.interop.recording.CellIdentity;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.registry.ReleaseName;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The releases of a cell's implementations, as far as they are known.
 *
 * @param client that of the client
 * @param server that of the server
 */
@API(status = Status.EXPERIMENTAL)
public record CellReleases(Optional<String> client, Optional<String> server) {
    /** The releases that the names of a cell have ({@code NAME@RELEASE}), or the labels of the images that ran. */
    public static CellReleases of(CellIdentity cell, Map<ContainerRole, ContainerRecord> containers) {
        return new CellReleases(
                release(cell.client(), Optional.ofNullable(containers.get(ContainerRole.CLIENT))),
                release(cell.server(), Optional.ofNullable(containers.get(ContainerRole.SERVER))));
    }

    private static Optional<String> release(String name, Optional<ContainerRecord> container) {
        return ReleaseName.parse(name)
                .map(ReleaseName::release)
                .or(() -> container
                        .flatMap(ContainerRecord::build)
                        .map(Provenance::ref)
                        .filter(it -> !it.isEmpty()));
    }

    /** The same releases, and where one is not known, that of the registry. */
    public CellReleases or(Optional<String> ofClient, Optional<String> ofServer) {
        return new CellReleases(client.or(() -> ofClient), server.or(() -> ofServer));
    }
}
