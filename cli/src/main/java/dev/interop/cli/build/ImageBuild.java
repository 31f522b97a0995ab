package dev.interop.cli.build;

import dev.interop.UserError;
import dev.interop.cli.release.ReleaseSource;
import dev.interop.registry.ReleaseName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The build of one image.
 *
 * @param name the folder's name for people and options, such as {@code quic-go}
 * @param target the name within the folder
 * @param image the reference that it gets
 * @param folder the folder with its inputs
 * @param recipe the recipe
 * @param effort how long the first build takes
 * @param releases the other releases that it can make, if there are any
 * @param cost what its first build costs, if that was measured
 */
@API(status = Status.INTERNAL)
public record ImageBuild(
        String name,
        String target,
        String image,
        Path folder,
        Recipe recipe,
        Effort effort,
        Optional<Releases> releases,
        Optional<BuildCost> cost) {
    /** A build of one release. */
    public ImageBuild(String name, String target, String image, Path folder, Recipe recipe, Effort effort) {
        this(name, target, image, folder, recipe, effort, Optional.empty(), Optional.empty());
    }

    /** How long a build takes on a machine without caches. */
    public enum Effort {
        /** A minute or two; part of a build of all images. */
        QUICK,
        /** Many minutes, such as for compiling; built only when it is named or when a run needs it. */
        LONG
    }

    /** The way to make an image. */
    public sealed interface Recipe {}

    /**
     * A Dockerfile.
     *
     * @param file the Dockerfile
     * @param context the build context
     * @param args its build arguments, which let several images be made by one file
     */
    public record Dockerfile(Path file, Path context, Map<String, String> args) implements Recipe {
        public Dockerfile {
            args = Map.copyOf(args);
        }
    }

    /**
     * Whether it is built from an implementation's sources. Such a build runs only when it is named, and then each
     * time.
     */
    public boolean fromSource() {
        return recipe instanceof Source;
    }

    /**
     * A Dockerfile whose build context is an implementation's sources, which are fetched first.
     *
     * @param file the Dockerfile
     * @param context the build context, a folder within the sources
     * @param repository the repository that the sources are fetched from
     * @param defaultRef the branch, tag or commit that is built by default
     */
    public record Source(Path file, String context, String repository, String defaultRef) implements Recipe {}

    /**
     * A program that makes the image by itself, called with the target and the image's reference.
     *
     * @param file the program
     */
    public record Script(Path file) implements Recipe {}

    /**
     * The releases that a build can make.
     *
     * @param source where they are listed
     * @param args the build arguments of a release, with {@code {version}} for its name
     */
    public record Releases(ReleaseSource source, Map<String, String> args) {
        private static final String VERSION = "{version}";

        public Releases {
            args = Map.copyOf(args);
        }

        private Map<String, String> args(String release) {
            var all = new TreeMap<String, String>();
            args.forEach((name, value) -> all.put(name, value.replace(VERSION, release)));
            return all;
        }
    }

    /**
     * The build of a release.
     *
     * @throws UserError when this build makes one release only, or not that one
     */
    ImageBuild at(ReleaseName release) {
        var config = folder.resolve(BuildFolder.CONFIG);
        if (releases.isEmpty() || !(recipe instanceof Dockerfile dockerfile)) {
            throw new UserError(
                    "'%s': %s has no 'versions', so it makes one release only".formatted(release.text(), config));
        }
        if (!releases.get().source().makes(release.release())) {
            throw new UserError("'%s': %s makes other releases: %s"
                    .formatted(release.text(), config, releases.get().source().range()));
        }
        var args = new TreeMap<>(dockerfile.args());
        args.putAll(releases.get().args(release.release()));
        return new ImageBuild(
                release.text(),
                target,
                release.image(image),
                folder,
                new Dockerfile(dockerfile.file(), dockerfile.context(), args),
                effort,
                releases,
                cost);
    }

    /** The release that it makes, if it was asked for by name. */
    public Optional<ReleaseName> release() {
        return ReleaseName.parse(name);
    }
}
