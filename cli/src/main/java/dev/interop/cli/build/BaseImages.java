package dev.interop.cli.build;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the images that a Dockerfile starts from or copies out of. */
final class BaseImages {
    private static final Pattern FROM = Pattern.compile("(?im)^[ \\t]*FROM\\s+(?:--\\S+\\s+)*(\\S+)");
    private static final Pattern COPY = Pattern.compile("(?im)^[ \\t]*(?:COPY|ADD)\\s+(?:--\\S+\\s+)*?--from=(\\S+)");

    private BaseImages() {}

    /** The references, including the names of the Dockerfile's own stages. */
    static Set<String> of(ImageBuild build) {
        if (build.recipe() instanceof ImageBuild.Dockerfile dockerfile) {
            return of(dockerfile.file());
        }
        return build.recipe() instanceof ImageBuild.Source source ? of(source.file()) : Set.of();
    }

    /** The references in a Dockerfile. */
    static Set<String> of(Path dockerfile) {
        var bases = new LinkedHashSet<String>();
        try {
            var text = Files.readString(dockerfile);
            FROM.matcher(text).results().forEach(it -> bases.add(it.group(1)));
            COPY.matcher(text).results().forEach(it -> bases.add(it.group(1)));
        } catch (IOException e) {
            throw new UserError(dockerfile + ": cannot be read: " + e.getMessage(), e);
        }
        return bases;
    }
}
