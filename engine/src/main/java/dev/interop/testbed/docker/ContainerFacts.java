package dev.interop.testbed.docker;

import java.util.Map;

/**
 * A container that exists.
 *
 * @param id its id
 * @param labels its labels
 */
public record ContainerFacts(String id, Map<String, String> labels) {
    public ContainerFacts {
        labels = Map.copyOf(labels);
    }
}
