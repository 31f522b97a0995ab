package dev.interop.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The user's working folder. The script changes to the project's folder, so a user's relative paths do not fit this
 * process's working folder.
 */
final class UserFolder {
    /** The system property that the script sets to the user's working folder. */
    static final String PROPERTY = "interop.from";

    private final Optional<Path> elsewhere;

    private UserFolder(Optional<Path> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** The folder that the properties name, else the process's working folder. */
    static UserFolder of(Properties properties) {
        var here = Path.of("").toAbsolutePath();
        return new UserFolder(Optional.ofNullable(properties.getProperty(PROPERTY))
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .filter(it -> !it.equals(here)));
    }

    /** Resolves a user's path. */
    Path resolve(String path) {
        return elsewhere.map(it -> it.resolve(path).normalize()).orElseGet(() -> Path.of(path));
    }

    /** Converts a path of this process to one that is valid in the user's working folder. */
    Path shown(Path path) {
        return elsewhere.isPresent() ? path.toAbsolutePath().normalize() : path;
    }
}
