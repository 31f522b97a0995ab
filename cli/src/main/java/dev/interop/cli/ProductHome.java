package dev.interop.cli;

import dev.interop.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The folder with the files that commands need in addition to classes: {@code builds}, {@code adapters}, {@code report}
 * and the default registry.
 *
 * @param folder the folder
 * @param isArchive whether it is an unpacked distribution rather than the project's checkout
 */
record ProductHome(Path folder, boolean isArchive) {
    /** The system property that the script of the distribution sets to its folder. */
    static final String PROPERTY = "interop.home";

    private static final Path INSTALLED_IN_CHECKOUT = Path.of("target", "interop-report");

    /** The home that the script has set. */
    static ProductHome current() {
        return of(System.getProperties());
    }

    /**
     * Without the property, the process's working folder is the checkout, since the checkout's script changes to it.
     */
    static ProductHome of(Properties properties) {
        return Optional.ofNullable(properties.getProperty(PROPERTY))
                .filter(it -> !it.isEmpty())
                .map(it -> new ProductHome(Path.of(it), true))
                .orElseGet(() -> new ProductHome(Path.of(""), false));
    }

    /** The folders whose subfolders each build images. */
    List<Path> imageFolders() {
        var names = isArchive ? List.of("builds", "adapters") : List.of("builds", "adapters", "examples");
        return names.stream().map(folder::resolve).toList();
    }

    /** The folder of the site's generator. */
    Path generator() {
        return folder.resolve("report");
    }

    /** The folder in which the site's tools are installed. An archive's folder may be read-only. */
    Path siteTools(Path userCache) {
        return isArchive ? userCache.resolve("report") : folder.resolve(INSTALLED_IN_CHECKOUT);
    }

    /** The default registry of the distribution, used if the user's folders have none. */
    Optional<Path> registry(String name) {
        return isArchive ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    /**
     * Refuses a command that works in a checkout only.
     *
     * @throws UserError in an unpacked archive, which lacks the project's sources
     */
    void requireCheckout(String command) {
        if (isArchive) {
            throw new UserError(command + " runs the project's own tests, which only its checkout has; "
                    + "to test an image of yours: ./interop check IMAGE:TAG");
        }
    }
}
