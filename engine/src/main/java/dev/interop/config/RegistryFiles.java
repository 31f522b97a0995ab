package dev.interop.config;

import dev.interop.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the registry files of a run. */
public final class RegistryFiles {
    /** The default registry's name. */
    public static final String NAME = "implementations.json";

    private RegistryFiles() {}

    /**
     * The given files, or the default registry in {@code folder} or the nearest folder above it.
     *
     * @throws UserError when there is none
     */
    public static List<Path> find(List<Path> given, Path folder) {
        if (!given.isEmpty()) {
            return given;
        }
        for (var at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            var candidate = at.resolve(NAME);
            if (Files.isRegularFile(candidate)) {
                return List.of(relative(candidate, folder));
            }
        }
        throw new UserError("no " + NAME + " in " + folder.toAbsolutePath().normalize()
                + " or a folder above it; name a registry with --registry or " + Parameter.REGISTRY.key());
    }

    /** As people would write it. */
    private static Path relative(Path file, Path folder) {
        var shorter = folder.toAbsolutePath().normalize().relativize(file);
        return shorter.getNameCount() <= file.getNameCount() ? shorter : file;
    }
}
