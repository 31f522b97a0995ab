package dev.interop.testbed.tool;

import dev.interop.UserError;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.docker.EngineHost;
import dev.interop.testbed.image.BuildLog;
import dev.interop.testbed.image.DockerBuild;
import dev.interop.testbed.image.HostCertificates;
import dev.interop.testbed.image.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Builds the product's own images from the contexts in this library. Only one run builds at a time. */
final class ToolBuilder implements ToolImages.Builder {
    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final int AT_ONCE = 2;
    private static final BuildLog.Remedies REMEDIES = new BuildLog.Remedies(
            "interop.build.ca=FILE",
            "start the run again once the cause is gone, or name images that exist with interop.tools.image");

    private final EngineHost host;
    private final ToolImages.Store store;
    private final ToolContexts contexts;
    private final ToolOptions options;

    ToolBuilder(EngineHost host, ToolImages.Store store, ToolContexts contexts, ToolOptions options) {
        this.host = host;
        this.store = store;
        this.contexts = contexts;
        this.options = options;
    }

    @Override
    public void build(Map<String, ToolImage> missing) {
        if (missing.isEmpty()) {
            return;
        }
        try {
            BuildLock.during(options.folder(), options.progress(), () -> {
                var left = new LinkedHashMap<>(missing);
                left.entrySet().removeIf(it -> isThere(it.getKey(), it.getValue()));
                if (!left.isEmpty()) {
                    buildAll(left);
                }
            });
        } catch (IOException e) {
            throw new UserError(
                            "%s: cannot be written (%s), and builds need it; name another folder with interop.cache"
                                    .formatted(options.folder(), e.getMessage()),
                            e)
                    .ofEnvironment();
        }
    }

    /** Whether another run has built the image meanwhile. */
    private boolean isThere(String reference, ToolImage tool) {
        return store.find(reference)
                .filter(it -> ToolImages.isCurrent(it, contexts.inputs(tool.context())))
                .isPresent();
    }

    private void buildAll(Map<String, ToolImage> images) throws IOException {
        var names = String.join(", ", images.keySet());
        options.progress().say("building " + names + " once, which takes minutes; logs: " + options.folder());
        var begun = System.nanoTime();
        var ca = options.ca()
                .map(it -> HostCertificates.checked("interop.build.ca", it))
                .or(HostCertificates::bundle);
        var docker = docker(ca);
        try (var scratch = ScratchFolder.create("interop-tools-")) {
            new BaseImage(docker, store, contexts, options).ready(scratch.path());
            var threads = Executors.newFixedThreadPool(AT_ONCE);
            try {
                Concurrently.all(threads, images.entrySet(), it -> build(docker, it.getKey(), it.getValue(), scratch));
            } finally {
                threads.shutdown();
            }
        }
        options.progress().say("built " + names + " in " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
    }

    private DockerBuild docker(Optional<Path> ca) {
        try {
            return DockerBuild.with(host, ca, LIMIT);
        } catch (UserError e) {
            throw new UserError(e.getMessage() + ", or name images that exist with interop.tools.image", e)
                    .ofEnvironment();
        }
    }

    private void build(DockerBuild docker, String reference, ToolImage tool, ScratchFolder scratch) {
        var log = options.folder().resolve(tool.context() + ".log");
        try {
            Files.deleteIfExists(log);
            var folder = Files.createDirectory(scratch.path().resolve(tool.context()));
            contexts.unpack(tool.context(), folder);
            var what = new DockerBuild.Dockerfile(reference, folder.resolve("Dockerfile"), folder, Map.of());
            var labels = Map.of(DockerBuild.INPUTS_LABEL, contexts.inputs(tool.context()));
            var code = docker.build(what, labels, log);
            if (code != 0) {
                throw new UserError(reference + ", which runs need, could not be built: "
                                + new BuildLog(log, REMEDIES).remedy())
                        .ofEnvironment();
            }
        } catch (IOException e) {
            throw new UserError(reference + " could not be built: " + e.getMessage() + "; free some space", e)
                    .ofEnvironment();
        }
    }
}
