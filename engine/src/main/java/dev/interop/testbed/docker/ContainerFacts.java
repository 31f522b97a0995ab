package dev.interop.testbed.docker;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A container that exists.
 *
 * @param id its id
 * @param name its name
 * @param labels its labels
 */
@API(status = Status.INTERNAL)
public record ContainerFacts(String id, String name, Map<String, String> labels) {
    public ContainerFacts {
        labels = Map.copyOf(labels);
    }
}
