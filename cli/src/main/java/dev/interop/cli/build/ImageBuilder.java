package dev.interop.cli.build;

import dev.interop.UserError;
import dev.interop.cli.build.BuildResult.State;
import dev.interop.cli.build.ImageBuild.Effort;
import dev.interop.cli.release.PackageIndex;
import dev.interop.cli.release.PackageRegistry;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.image.BuildLog;
import dev.interop.testbed.image.DockerBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Builds images from the folders below {@code builds/} and {@code adapters/}: the wanted images and their bases, unless
 * they exist already. Wanted images from sources are built each time, since the sources may have changed.
 */
@API(status = Status.INTERNAL)
public final class ImageBuilder {
    private static final BuildLog.Remedies REMEDIES =
            new BuildLog.Remedies("--ca FILE", "run ./interop build again once the cause is gone");

    private final ContainerBackend engine;
    private final BuildOptions options;
    private final Builds builds;
    private final BuildGraph graph;
    private final BuildMarks marks;
    private final PackageIndex index;

    /**
     * @param engine the container engine that gets the images
     * @param index lists the releases of packages, where a build asks for one
     * @throws UserError when the folder of builds is invalid
     */
    public ImageBuilder(ContainerBackend engine, BuildOptions options, PackageIndex index) {
        this.engine = engine;
        this.index = index;
        this.options = options;
        this.builds = Builds.below(options.builds());
        this.graph = new BuildGraph(builds.all());
        this.marks = new BuildMarks(options.logs());
    }

    /** All images that can be built. */
    public List<ImageBuild> builds() {
        return builds.all();
    }

    /**
     * The builds of this name, see {@link Builds#named}.
     *
     * @throws UserError when there is none
     */
    public List<ImageBuild> named(String name) {
        return builds.named(name);
    }

    /**
     * The releases of a package, in any order. What asks for them is built, if it is not there.
     *
     * @throws UserError when they cannot be listed
     */
    public List<String> releases(PackageRegistry registry, String packageName) {
        build(ReleaseQuestion.bases(registry, builds));
        return new ReleaseQuestion(engine, options).ask(registry, packageName);
    }

    /** The wanted images with a long build that do not exist yet. */
    public List<ImageBuild> pendingLong(Collection<ImageBuild> wanted) {
        return wanted.stream()
                .filter(it -> it.effort() == Effort.LONG && !isReady(it))
                .toList();
    }

    /** Whether there is a build for this image. */
    public boolean canBuild(String image) {
        return graph.find(image).isPresent();
    }

    /**
     * Builds the wanted images that do not exist. A failed build does not stop the others; long builds come last.
     *
     * @return the result of each wanted image and of each base that had to be built for one
     * @throws UserError when a release does not exist, before anything is built
     */
    public List<BuildResult> build(Collection<ImageBuild> wanted) {
        var needed = new LinkedHashSet<ImageBuild>();
        var results = new LinkedHashMap<String, CompletableFuture<BuildResult>>();
        wanted.stream().filter(it -> !isReady(it)).forEach(this::checkRelease);
        for (var build : sorted(wanted)) {
            if (!build.fromSource() && isReady(build)) {
                results.put(build.image(), CompletableFuture.completedFuture(ready(build)));
            } else {
                addWithBases(build, needed);
            }
        }
        if (!needed.isEmpty()) {
            makeLogFolder();
            estimate(List.copyOf(needed)).line().ifPresent(options.progress()::say);
            var maker = new ImageMaker(DockerBuild.with(engine.facts().host(), options.ca(), options.limit()), options);
            makeAll(needed, maker, results);
        }
        return results.values().stream().map(CompletableFuture::join).toList();
    }

    private BuildEstimate estimate(List<ImageBuild> needed) {
        return new BuildEstimate(needed, marks.interrupted(needed));
    }

    private void checkRelease(ImageBuild build) {
        build.release()
                .ifPresent(it -> index.check(
                        it.name(), it.release(), build.releases().orElseThrow().source()));
    }

    private static List<ImageBuild> sorted(Collection<ImageBuild> wanted) {
        return wanted.stream().sorted(Comparator.comparing(ImageBuild::effort)).toList();
    }

    private void addWithBases(ImageBuild build, Set<ImageBuild> needed) {
        if (needed.contains(build)) {
            return;
        }
        graph.bases(build).stream().filter(it -> !isReady(it)).forEach(it -> addWithBases(it, needed));
        needed.add(build);
    }

    private void makeAll(
            Set<ImageBuild> needed, ImageMaker maker, Map<String, CompletableFuture<BuildResult>> results) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            var sandboxes = new Semaphore(options.parallel());
            var quick = new ArrayList<CompletableFuture<BuildResult>>();
            // Bases come first in the set, so that their futures exist when dependent builds need them.
            for (var build : needed) {
                var bases = graph.bases(build).stream()
                        .map(it -> Optional.ofNullable(results.get(it.image())))
                        .flatMap(Optional::stream)
                        .toList();
                var before = new ArrayList<CompletableFuture<?>>(bases);
                if (build.effort() == Effort.LONG) {
                    before.addAll(quick);
                }
                results.put(
                        build.image(),
                        CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                                .thenApplyAsync(
                                        nothing -> makeAfter(
                                                build,
                                                bases.stream()
                                                        .map(CompletableFuture::join)
                                                        .toList(),
                                                maker,
                                                sandboxes),
                                        threads));
                if (build.effort() == Effort.QUICK) {
                    quick.add(results.get(build.image()));
                }
            }
            results.values().forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private BuildResult makeAfter(ImageBuild build, List<BuildResult> bases, ImageMaker maker, Semaphore sandboxes) {
        var failed = bases.stream().filter(it -> !it.isThere()).findFirst();
        if (failed.isPresent()) {
            return printed(new BuildResult(
                    build,
                    State.LEFT_OUT,
                    Duration.ZERO,
                    Optional.empty(),
                    "not built: its base " + failed.get().build().image() + " is missing"));
        }
        sandboxes.acquireUninterruptibly();
        try {
            return printed(make(build, maker));
        } finally {
            sandboxes.release();
        }
    }

    private BuildResult make(ImageBuild build, ImageMaker maker) {
        var log = options.logs().resolve(build.name() + "-" + build.target() + ".log");
        var start = System.nanoTime();
        options.progress().say(build.image() + " is being built …");
        try {
            Files.deleteIfExists(log);
            var code = marked(build, maker, log);
            var took = Duration.ofNanos(System.nanoTime() - start);
            return code == 0
                    ? new BuildResult(build, State.BUILT, took, Optional.of(log), "")
                    : new BuildResult(
                            build, State.FAILED, took, Optional.of(log), new BuildLog(log, REMEDIES).problem(code));
        } catch (IOException | UserError e) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            var refused = e instanceof UserError error && !error.isOfEnvironment();
            return new BuildResult(
                    build, refused ? State.REFUSED : State.FAILED, took, Optional.of(log), "failed: " + e.getMessage());
        }
    }

    /** Makes an image; the mark is left behind only if this process is ended meanwhile. */
    private int marked(ImageBuild build, ImageMaker maker, Path log) throws IOException {
        marks.begin(build);
        try {
            return maker.make(build, graph.inputs(build), log);
        } finally {
            marks.end(build);
        }
    }

    private BuildResult printed(BuildResult result) {
        options.progress().say(result.line());
        return result;
    }

    private BuildResult ready(ImageBuild build) {
        return new BuildResult(build, State.READY, Duration.ZERO, Optional.empty(), "");
    }

    /** Whether the image exists. For a source build, any image counts: the user has chosen its sources. */
    private boolean isReady(ImageBuild build) {
        return engine.findImage(build.image())
                .map(it -> build.fromSource()
                        || graph.inputs(build).equals(it.labels().get(DockerBuild.INPUTS_LABEL)))
                .orElse(false);
    }

    private void makeLogFolder() {
        try {
            Files.createDirectories(options.logs());
        } catch (IOException e) {
            throw new UserError(options.logs() + ": cannot be made: " + e.getMessage(), e);
        }
    }
}
