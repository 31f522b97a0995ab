package dev.interop.testbed.tool;

import dev.interop.NoteListener;
import dev.interop.testbed.docker.PullPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the product's own images are found.
 *
 * @param pulled the name to pull them by, with {@code {tool}} for the tool's; empty to pull none
 * @param pull whether images are pulled at all
 * @param build whether images are built that are missing or were made by another version of this library
 * @param ca certificates that builds trust; empty for those of the machine
 * @param base their base image: a reference, {@link #PACKAGES}, or empty for the first that works
 * @param folder the folder of build logs
 * @param progress gets notes about long steps
 */
@API(status = Status.INTERNAL)
public record ToolOptions(
        Optional<String> pulled,
        PullPolicy pull,
        boolean build,
        Optional<Path> ca,
        Optional<String> base,
        Path folder,
        NoteListener progress) {
    /** The value of {@code base} that creates the base image from Debian's packages. */
    public static final String PACKAGES = "packages";
}
