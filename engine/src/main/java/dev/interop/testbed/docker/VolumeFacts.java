package dev.interop.testbed.docker;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A volume that exists.
 *
 * @param name its name
 * @param labels its labels
 */
@API(status = Status.INTERNAL)
public record VolumeFacts(String name, Map<String, String> labels) {
    public VolumeFacts {
        labels = Map.copyOf(labels);
    }
}
