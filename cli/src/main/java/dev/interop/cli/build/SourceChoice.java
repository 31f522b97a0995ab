package dev.interop.cli.build;

import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which sources a source build takes in the place of those that its {@code config.json} names.
 *
 * @param ref a branch, tag or commit
 * @param local a folder of this machine, as it is; then nothing is fetched
 * @param repository another repository
 */
@API(status = Status.INTERNAL)
public record SourceChoice(Optional<String> ref, Optional<Path> local, Optional<String> repository) {
    /** What {@code config.json} says. */
    public static final SourceChoice DEFAULT = new SourceChoice(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it is what {@code config.json} says. */
    public boolean isDefault() {
        return equals(DEFAULT);
    }
}
