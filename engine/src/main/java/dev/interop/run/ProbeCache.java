package dev.interop.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.registry.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stores the results of compliance probes by image, role, registered environment and mounted files. Losing the cache only costs new
 * probes.
 */
final class ProbeCache {
    private final Path file;
    private final ObjectMapper json = new ObjectMapper();

    ProbeCache(Path folder) {
        this.file = folder.resolve("compliance.json");
    }

    /** The stored result for an image in a role with these variables. */
    synchronized Optional<Boolean> known(String protocol, String imageId, Role role, Map<String, String> env) {
        return Optional.ofNullable(read().get(key(protocol, imageId, role, env)));
    }

    /** Stores a result. A failure to write the cache is ignored. */
    synchronized void remember(String protocol, String imageId, Role role, Map<String, String> env, boolean compliant) {
        var all = new TreeMap<>(read());
        all.put(key(protocol, imageId, role, env), compliant);
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "compliance", ".tmp");
            json.writeValue(fresh.toFile(), all);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            System.getLogger(ProbeCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot store the probe's result: {0}", e.toString());
        }
    }

    private Map<String, Boolean> read() {
        try {
            return Files.exists(file) ? json.readValue(file.toFile(), new TypeReference<>() {}) : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static String key(String protocol, String imageId, Role role, Map<String, String> env) {
        return protocol + " " + role.label() + " " + imageId + (env.isEmpty() ? "" : " " + new TreeMap<>(env));
    }
}
