package dev.interop.config;

import dev.interop.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the files of expectations of a run. */
@API(status = Status.INTERNAL)
public final class ExpectationFiles {
    /** The name of the file that is made where there is none. */
    public static final String NAME = "expectations.yaml";

    private static final List<String> NAMES = List.of(NAME, "expectations.yml", "expectations.json");
    private static final List<Path> NO_FILE = List.of(Path.of("none"));

    private ExpectationFiles() {}

    /** Whether the user named no file, and wants none. */
    public static boolean isNone(Optional<List<Path>> given) {
        return given.filter(NO_FILE::equals).isPresent();
    }

    /**
     * The given files, or those beside the registry files.
     *
     * @param given the files that the user named, if any
     * @param registries the registry files
     * @throws UserError when a file that the user named does not exist
     */
    public static List<Path> find(Optional<List<Path>> given, List<Path> registries) {
        if (given.isEmpty()) {
            return registries.stream()
                    .flatMap(it -> NAMES.stream().map(it::resolveSibling))
                    .distinct()
                    .filter(Files::isRegularFile)
                    .toList();
        }
        if (isNone(given)) {
            return List.of();
        }
        given.get().stream().filter(it -> !Files.isRegularFile(it)).findFirst().ifPresent(it -> {
            throw new UserError("%s '%s': no such file; name a file of expectations, or none"
                    .formatted(GateParameters.EXPECTATIONS.key(), it));
        });
        return given.get();
    }
}
