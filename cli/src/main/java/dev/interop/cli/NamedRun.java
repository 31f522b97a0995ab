package dev.interop.cli;

import dev.interop.storage.EarlierRuns;
import java.nio.file.Path;
import java.util.Optional;

/** The run that an option names by its folder, or as the last one. */
final class NamedRun {
    /** The word for the newest run. */
    static final String LAST = "last";

    private static final Path RUNS = Path.of("target", "interop");

    private NamedRun() {}

    /**
     * The folder of the run.
     *
     * @param name its folder, or {@link #LAST}; the newest run if the user named none
     * @throws dev.interop.UserError when there is no newest run
     */
    static Path folder(Optional<String> name) {
        return folder(name, RUNS);
    }

    static Path folder(Optional<String> name, Path runs) {
        return name.filter(it -> !it.equals(LAST))
                .map(UserFolder.of(System.getProperties())::resolve)
                .orElseGet(() -> EarlierRuns.newest(runs));
    }
}
