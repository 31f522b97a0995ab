package dev.interop.testbed.docker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The limits of containers that an engine enforces. One without control groups, such as a rootless one on a machine with their
 * version 1, takes no notice of the others, or refuses them.
 *
 * @param memory whether it limits memory
 * @param pids whether it limits processes and threads
 * @param cpus whether it limits processors
 */
@API(status = Status.INTERNAL)
public record EnforcedLimits(boolean memory, boolean pids, boolean cpus) {
    /** The limits of an engine that enforces all. */
    public static final EnforcedLimits ALL = new EnforcedLimits(true, true, true);

    /** The names of those that are not enforced, as text; empty if all are. */
    public Optional<String> missing() {
        var limits = new LinkedHashMap<String, Boolean>();
        limits.put("memory", memory);
        limits.put("processes", pids);
        limits.put("processors", cpus);
        return Optional.of(limits.entrySet().stream()
                        .filter(it -> !it.getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", ")))
                .filter(it -> !it.isEmpty());
    }
}
