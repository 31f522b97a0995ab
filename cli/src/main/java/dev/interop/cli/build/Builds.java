package dev.interop.cli.build;

import dev.interop.NearestName;
import dev.interop.UserError;
import dev.interop.registry.ReleaseName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * All images that can be built.
 *
 * @param folders the folders whose subfolders each build images
 * @param all the images, in the order of the folders
 */
@API(status = Status.INTERNAL)
public record Builds(List<Path> folders, List<ImageBuild> all) {
    public Builds {
        folders = List.copyOf(folders);
        all = List.copyOf(all);
    }

    /**
     * Reads the builds of these folders; one that does not exist counts as empty.
     *
     * @throws UserError when a folder is invalid
     */
    public static Builds below(List<Path> folders) {
        return new Builds(
                folders,
                folders.stream()
                        .filter(Files::isDirectory)
                        .flatMap(it -> new BuildFolder().read(it).stream())
                        .toList());
    }

    /**
     * The images of the build of this name; if there is none, the image of this reference, or the images of this
     * folder. Of {@code NAME@RELEASE} the images of that release.
     *
     * @throws UserError when there is none, or when the build does not make that release
     */
    public List<ImageBuild> named(String name) {
        var release = ReleaseName.parse(name);
        if (release.isPresent()) {
            return named(release.get().name()).stream()
                    .map(it -> it.at(release.get()))
                    .toList();
        }
        return Stream.<Predicate<ImageBuild>>of(
                        it -> it.name().equals(name),
                        it -> it.image().equals(name),
                        it -> it.folder().endsWith(name))
                .map(it -> all.stream().filter(it).toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private UserError unknown(String name) {
        var names = all.stream().map(ImageBuild::name).distinct().toList();
        return new UserError("build '%s': no such build below %s; %s"
                .formatted(
                        name,
                        folders.stream().map(Path::toString).collect(Collectors.joining(" or ")),
                        NearestName.of(name, names)
                                .map("did you mean '%s'?"::formatted)
                                .orElse("there are " + String.join(", ", names))));
    }
}
