package dev.interop.cli;

import dev.interop.config.Parameter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names registry files, relative to the folder that the user stands in. */
final class RegistryOption {
    @Option(
            names = "--registry",
            paramLabel = "FILE,…",
            description = "Registry files; they replace the default implementations.json.")
    private String files;

    /** As a value of {@link Parameter#REGISTRY}. */
    Optional<String> value() {
        return Optional.ofNullable(files).map(UserFolder.of(System.getProperties())::resolveAll);
    }
}
