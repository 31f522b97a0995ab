package dev.interop.run;

import dev.interop.UserError;
import dev.interop.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folder of the user's caches, shared by all runs. */
@API(status = Status.INTERNAL)
public final class CacheFolder {
    private CacheFolder() {}

    /** The folder named in the settings, else the user's default one. */
    static Path of(Settings settings) {
        return settings.execution().cache().orElseGet(CacheFolder::ofUser);
    }

    /**
     * The user's default folder.
     *
     * @throws UserError when the user has no home
     */
    public static Path ofUser() {
        return ofUser(System.getenv(), System.getProperties());
    }

    /** A user without an entry in the system's list has the home {@code ?}, which would be a folder of the project. */
    static Path ofUser(Map<String, String> environment, Properties properties) {
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> Stream.of(properties.getProperty("user.home"), environment.get("HOME"))
                        .map(CacheFolder::absolute)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(it -> it.resolve(".cache")))
                .orElseThrow(() -> new UserError(
                                "the user has no home folder for caches; let HOME or interop.cache name a folder")
                        .ofEnvironment())
                .resolve("interop");
    }

    private static Optional<Path> absolute(String path) {
        return Optional.ofNullable(path)
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
