package dev.interop.testbed.docker;

import java.util.Map;

/**
 * A volume that exists.
 *
 * @param name its name
 * @param labels its labels
 */
public record VolumeFacts(String name, Map<String, String> labels) {
    public VolumeFacts {
        labels = Map.copyOf(labels);
    }
}
