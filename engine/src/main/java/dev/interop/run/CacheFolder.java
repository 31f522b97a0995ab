package dev.interop.run;

import dev.interop.config.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of the user's caches, shared by all runs. */
final class CacheFolder {
    private CacheFolder() {}

    /** The folder named in the settings, else the user's default one. */
    static Path of(Settings settings) {
        return settings.execution().cache().orElseGet(CacheFolder::ofUser);
    }

    private static Path ofUser() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("interop");
    }
}
