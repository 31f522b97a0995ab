package dev.interop.config;

import dev.interop.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the registry files of a run. */
@API(status = Status.INTERNAL)
public final class RegistryFiles {
    /** The default registry's name. */
    public static final String NAME = "implementations.json";

    private RegistryFiles() {}

    /**
     * The given files, or the default registry in {@code folder} or the nearest folder above it.
     *
     * @throws UserError when there is none
     */
    public static List<Path> find(List<Path> given, Path folder, Caller caller) {
        if (!given.isEmpty()) {
            return given;
        }
        return nearest(folder)
                .map(List::of)
                .orElseThrow(() -> new UserError("no " + NAME + " in "
                        + folder.toAbsolutePath().normalize()
                        + " or a folder above it; name a registry with " + caller.registry()));
    }

    /** The default registry in {@code folder} or the nearest folder above it. */
    public static Optional<Path> nearest(Path folder) {
        for (var at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            var candidate = at.resolve(NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(relative(candidate, folder));
            }
        }
        return Optional.empty();
    }

    /** Returns the path relative to {@code folder}, where that is shorter to read. */
    private static Path relative(Path file, Path folder) {
        var shorter = folder.toAbsolutePath().normalize().relativize(file);
        return shorter.getNameCount() <= file.getNameCount() ? shorter : file;
    }
}
