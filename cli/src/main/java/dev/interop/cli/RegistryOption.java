package dev.interop.cli;

import dev.interop.config.Parameter;
import dev.interop.config.RegistryFiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names registry files, relative to the folder that the user stands in. */
final class RegistryOption {
    @Option(
            names = "--registry",
            paramLabel = "FILE,…",
            description = "Registry files; they replace the default implementations.json.")
    private String files;

    /**
     * As a value of {@link Parameter#REGISTRY}. Where the user's folders have no default registry, that of the
     * distribution.
     */
    Optional<String> value() {
        return Optional.ofNullable(files)
                .map(UserFolder.of(System.getProperties())::resolveAll)
                .or(RegistryOption::ofDistribution);
    }

    /** The distribution's registry, where the user's folders have no default one. */
    static Optional<String> ofDistribution() {
        return RegistryFiles.nearest(Path.of("")).isPresent()
                ? Optional.empty()
                : ProductHome.current().registry(RegistryFiles.NAME).map(Path::toString);
    }
}
