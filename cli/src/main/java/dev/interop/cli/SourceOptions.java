package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.cli.build.SourceChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the sources that an image is built from. */
final class SourceOptions {
    @Option(names = "--target", paramLabel = "NAME", description = "Only this target, such as client or server.")
    private String target;

    @Option(names = "--ref", paramLabel = "REF", description = "A branch, tag or commit (default: default_ref).")
    private String ref;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description = "A folder of sources on this machine, built as they are.")
    private Path local;

    @Option(names = "--repo", paramLabel = "URL", description = "Another repository (default: repository).")
    private String repository;

    boolean areGiven() {
        return target().isPresent() || !choice().isDefault();
    }

    Optional<String> target() {
        return Optional.ofNullable(target);
    }

    /**
     * The chosen sources.
     *
     * @throws UserError when the options contradict each other
     */
    SourceChoice choice() {
        if (local != null && (ref != null || repository != null)) {
            throw new UserError("--local takes a folder as it is: leave out --ref and --repo, or check out there");
        }
        return new SourceChoice(Optional.ofNullable(ref), Optional.ofNullable(local), Optional.ofNullable(repository));
    }

    /**
     * The only build that the options apply to.
     *
     * @throws UserError when there are none or several
     */
    String only(List<String> names) {
        if (names.size() != 1) {
            throw new UserError(
                    "--target, --ref, --local and --repo are for one build: name one, as in ./interop build NAME");
        }
        return names.get(0);
    }
}
