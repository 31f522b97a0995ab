package dev.interop.cli.build;

import dev.interop.UserError;
import dev.interop.testbed.image.InputDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The dependencies between images, and the inputs of each image. */
final class BuildGraph {
    private final Map<String, ImageBuild> builds = new LinkedHashMap<>();
    private final Map<String, List<ImageBuild>> bases = new ConcurrentHashMap<>();
    private final Map<String, String> inputs = new ConcurrentHashMap<>();

    /**
     * @throws UserError when images are made from each other in a circle
     */
    BuildGraph(List<ImageBuild> all) {
        all.forEach(it -> builds.put(it.image(), it));
        all.forEach(it -> refuseCircle(it, new ArrayList<>()));
    }

    Optional<ImageBuild> find(String image) {
        return Optional.ofNullable(builds.get(image));
    }

    /** The images with a build of ours that this image is made from. */
    List<ImageBuild> bases(ImageBuild build) {
        return bases.computeIfAbsent(
                build.image(),
                image -> BaseImages.of(build).stream()
                        .filter(builds::containsKey)
                        .map(builds::get)
                        .toList());
    }

    /** A digest of an image's inputs: its folder, its release if it was asked for by name, and its bases' inputs. */
    String inputs(ImageBuild build) {
        var known = inputs.get(build.image());
        if (known != null) {
            return known;
        }
        var digest = new InputDigest();
        digest.add(build.target());
        digest.addFolder(build.folder());
        build.release().ifPresent(it -> digest.add(it.release()));
        bases(build).forEach(it -> digest.add(inputs(it)));
        var made = digest.hex();
        inputs.put(build.image(), made);
        return made;
    }

    private void refuseCircle(ImageBuild build, List<String> chain) {
        chain.add(build.image());
        for (var base : bases(build)) {
            if (chain.contains(base.image())) {
                throw new UserError(base.folder() + ": made from itself: " + String.join(" from ", chain) + " from "
                        + base.image());
            }
            refuseCircle(base, new ArrayList<>(chain));
        }
    }
}
