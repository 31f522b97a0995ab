package dev.interop.cli.build;

import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The sources of a source build, instead of those that its {@code config.json} names.
 *
 * @param ref a branch, tag or commit
 * @param local a folder of this machine, used unchanged; then nothing is fetched
 * @param repository another repository
 */
@API(status = Status.INTERNAL)
public record SourceChoice(Optional<String> ref, Optional<Path> local, Optional<String> repository) {
    /** The sources that {@code config.json} names. */
    public static final SourceChoice DEFAULT = new SourceChoice(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it means the sources that {@code config.json} names. */
    public boolean isDefault() {
        return equals(DEFAULT);
    }
}
