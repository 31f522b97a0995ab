package dev.interop.testbed.tool;

import dev.interop.UserError;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.image.DockerBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Provides the base image of the product's own images: Debian, pulled if a registry answers, else created from Debian's
 * packages.
 */
final class BaseImage {
    private static final String PULLED = "debian:trixie-slim";
    private static final String REMEDY =
            "; name a Debian image that this machine has or can pull with interop.build.base=IMAGE";

    private final DockerBuild docker;
    private final ToolImages.Store store;
    private final ToolContexts contexts;
    private final ToolOptions options;

    BaseImage(DockerBuild docker, ToolImages.Store store, ToolContexts contexts, ToolOptions options) {
        this.docker = docker;
        this.store = store;
        this.contexts = contexts;
        this.options = options;
    }

    /** The reference of the image in the Dockerfiles. */
    static String reference(ToolContexts contexts) {
        return "localhost/interop/" + ToolContexts.BASE + ":" + contexts.target(ToolContexts.BASE);
    }

    /**
     * Provides the image unless it exists, in either form.
     *
     * @param scratch an empty folder
     * @throws UserError when it can be neither pulled nor created, or both are forbidden
     */
    void ready(Path scratch) throws IOException {
        var inputs = contexts.inputs(ToolContexts.BASE);
        if (store.find(reference(contexts))
                .filter(it -> ToolImages.isCurrent(it, inputs))
                .isPresent()) {
            return;
        }
        var log = options.folder().resolve(ToolContexts.BASE + ".log");
        Files.deleteIfExists(log);
        var wanted = options.base();
        if (wanted.equals(Optional.of(ToolOptions.PACKAGES))) {
            fromPackages(scratch, inputs, "", log);
            return;
        }
        var obstacle = obstacle(wanted.orElse(PULLED));
        if (obstacle.isEmpty()) {
            label(wanted.orElse(PULLED), inputs, log);
        } else if (wanted.isPresent()) {
            throw new UserError("interop.build.base: " + wanted.get() + " could not be pulled (" + obstacle.get()
                            + "); name an image that exists, or leave it out for the default")
                    .ofEnvironment();
        } else {
            fromPackages(scratch, inputs, PULLED + " could not be pulled (" + obstacle.get() + ") and ", log);
        }
    }

    /** Why an image is not on this machine; empty if it is. */
    private Optional<String> obstacle(String image) {
        if (store.find(image).isPresent()) {
            return Optional.empty();
        }
        if (options.pull() == PullPolicy.NEVER) {
            return Optional.of("interop.images.pull is never");
        }
        try {
            store.pull(image);
            return Optional.empty();
        } catch (EngineFailure e) {
            return Optional.of(e.getMessage());
        }
    }

    private void fromPackages(Path scratch, String inputs, String before, Path log) throws IOException {
        var folder = Files.createDirectory(scratch.resolve(ToolContexts.BASE));
        contexts.unpack(ToolContexts.BASE, folder);
        var code = docker.script(
                folder.resolve("make.sh"),
                List.of(contexts.target(ToolContexts.BASE), reference(contexts)),
                Map.of("DOCKER", withoutPull(scratch).toString()),
                log);
        if (code != 0) {
            throw new UserError(before + "the base image could not be made from Debian's packages (" + lastLine(log)
                            + ")" + REMEDY)
                    .ofEnvironment();
        }
        label(reference(contexts), inputs, log);
    }

    /** The script without its pull, which has been tried already or is not wanted. */
    private Path withoutPull(Path scratch) throws IOException {
        var script = Files.writeString(scratch.resolve("docker"), """
                #!/bin/sh
                [ "$1" != pull ] || exit 1
                exec "%s" "$@"
                """.formatted(docker.program()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + ": cannot be made executable");
        }
        return script;
    }

    private void label(String from, String inputs, Path log) {
        var code = docker.label(from, reference(contexts), Map.of(DockerBuild.INPUTS_LABEL, inputs), log);
        if (code != 0) {
            throw new UserError(from + " could not be made the base image (" + lastLine(log) + ")" + REMEDY)
                    .ofEnvironment();
        }
    }

    private static String lastLine(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(it -> !it.isBlank())
                    .reduce((first, second) -> second)
                    .map(it -> it.replaceFirst("^debian: ", "").strip())
                    .orElse("it says nothing");
        } catch (IOException | UncheckedIOException e) {
            return "it says nothing";
        }
    }
}
