package dev.interop.run;

import dev.interop.UserError;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folder of the history: the one of the settings, else one in the user's caches for the folder of the registry. */
@API(status = Status.INTERNAL)
public final class HistoryFolder {
    private static final int DIGITS = 8;

    private HistoryFolder() {}

    /** The folder; empty if nothing is remembered: the user does not want it, or has no folder for caches. */
    public static Optional<Path> of(Settings settings) {
        if (!settings.history().isKept()) {
            return Optional.empty();
        }
        return settings.history().folder().or(() -> byDefault(settings));
    }

    private static Optional<Path> byDefault(Settings settings) {
        try {
            var registry = RegistryFiles.find(settings.registries().files(), Path.of(""), settings.caller())
                    .get(0)
                    .toAbsolutePath()
                    .normalize();
            return Optional.of(CacheFolder.of(settings).resolve("history").resolve(name(registry.getParent())));
        } catch (UserError withoutRegistryOrHome) {
            return Optional.empty();
        }
    }

    /** The folder's own name, for people, and a digest of its path: two checkouts are two projects. */
    private static String name(Path folder) {
        var path = folder.toString().getBytes(StandardCharsets.UTF_8);
        var digest = UUID.nameUUIDFromBytes(path).toString().substring(0, DIGITS);
        return Optional.ofNullable(folder.getFileName()).map(it -> it + "-").orElse("") + digest;
    }
}
