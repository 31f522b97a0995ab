package dev.interop.cli;

import dev.interop.config.Parameter;
import dev.interop.config.RegistryFiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names registry files, relative to the user's working folder. */
final class RegistryOption {
    @Option(
            names = "--registry",
            paramLabel = "FILE,…",
            description = "Registry files; they replace the default implementations.json.")
    private String files;

    /**
     * The value for {@link Parameter#REGISTRY}: the given files, else the distribution's registry if the user's folders
     * have no default one.
     */
    Optional<String> value() {
        return Optional.ofNullable(files)
                .map(UserFolder.of(System.getProperties())::resolveAll)
                .or(RegistryOption::ofDistribution);
    }

    /** The distribution's registry, if the user's folders have no default one. */
    static Optional<String> ofDistribution() {
        return RegistryFiles.nearest(Path.of("")).isPresent()
                ? Optional.empty()
                : ProductHome.current().registry(RegistryFiles.NAME).map(Path::toString);
    }
}
