package dev.interop.testbed.docker;

import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An image that is on this machine.
 *
 * @param id its id ({@code sha256:…})
 * @param labels its labels
 * @param platform the platform that it is made for, such as {@code linux/amd64}
 * @param volumes the folders that it declares as volumes
 */
@API(status = Status.INTERNAL)
public record ImageFacts(String id, Map<String, String> labels, String platform, Set<String> volumes) {
    public ImageFacts {
        labels = Map.copyOf(labels);
        volumes = Set.copyOf(volumes);
    }

    /** An image that declares no volumes. */
    public ImageFacts(String id, Map<String, String> labels, String platform) {
        this(id, labels, platform, Set.of());
    }
}
