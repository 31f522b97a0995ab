package dev.interop.cli.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Marks of builds that have begun: an empty file each, beside the builds' logs, which is removed when the build ends. What is
 * left was interrupted.
 *
 * @param folder the folder of the marks
 */
record BuildMarks(Path folder) {
    private static final String SUFFIX = ".begun";

    void begin(ImageBuild build) throws IOException {
        Files.writeString(mark(build), "");
    }

    void end(ImageBuild build) throws IOException {
        Files.deleteIfExists(mark(build));
    }

    /** The images of those of these builds that were interrupted. */
    Set<String> interrupted(Collection<ImageBuild> builds) {
        return builds.stream()
                .filter(it -> Files.exists(mark(it)))
                .map(ImageBuild::image)
                .collect(Collectors.toSet());
    }

    private Path mark(ImageBuild build) {
        return folder.resolve(build.name() + "-" + build.target() + SUFFIX);
    }
}
