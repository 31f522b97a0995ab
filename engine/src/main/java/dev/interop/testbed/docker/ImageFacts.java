package dev.interop.testbed.docker;

import java.util.Map;

/**
 * An image that is on this machine.
 *
 * @param id its id ({@code sha256:…})
 * @param labels its labels
 */
public record ImageFacts(String id, Map<String, String> labels) {
    public ImageFacts {
        labels = Map.copyOf(labels);
    }
}
