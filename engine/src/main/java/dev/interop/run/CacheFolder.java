package dev.interop.run;

import dev.interop.config.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Where this user's runs keep what later ones use. */
final class CacheFolder {
    private CacheFolder() {}

    /** The one that the settings name, else the user's. */
    static Path of(Settings settings) {
        return settings.cache().orElseGet(CacheFolder::ofUser);
    }

    private static Path ofUser() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("interop");
    }
}
