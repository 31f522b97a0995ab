package dev.interop.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where the user stands. The script goes to the project's folder, so the paths that a user gives are not those of this
 * process.
 */
final class UserFolder {
    /** The property by which the script says it. */
    static final String PROPERTY = "interop.from";

    private final Optional<Path> elsewhere;

    private UserFolder(Optional<Path> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** As these properties say; the process's own folder where they say nothing. */
    static UserFolder of(Properties properties) {
        var here = Path.of("").toAbsolutePath();
        return new UserFolder(Optional.ofNullable(properties.getProperty(PROPERTY))
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .filter(it -> !it.equals(here)));
    }

    /** What the user means by this path. */
    Path resolve(String path) {
        return elsewhere.map(it -> it.resolve(path).normalize()).orElseGet(() -> Path.of(path));
    }

    /** The same for paths with commas between. */
    String resolveAll(String paths) {
        return Arrays.stream(paths.split(","))
                .map(String::strip)
                .map(it -> it.isEmpty() ? it : resolve(it).toString())
                .collect(Collectors.joining(","));
    }

    /** A path of this process as the user can use it. */
    Path shown(Path path) {
        return elsewhere.isPresent() ? path.toAbsolutePath().normalize() : path;
    }
}
