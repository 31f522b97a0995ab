package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.cli.build.BuildOptions;
import dev.interop.cli.build.BuildResult;
import dev.interop.cli.build.Builds;
import dev.interop.cli.build.ImageBuild;
import dev.interop.cli.build.ImageBuild.Effort;
import dev.interop.cli.build.ImageBuilder;
import dev.interop.cli.build.LongBuilds;
import dev.interop.cli.build.SourceChoice;
import dev.interop.cli.release.PackageIndex;
import dev.interop.cli.release.PackageRegistry;
import dev.interop.config.Settings;
import dev.interop.plan.Plan;
import dev.interop.registry.Registry;
import dev.interop.registry.ReleaseName;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.tool.ToolImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds missing images and prints one line for each. */
final class ImageSetup {
    /** The folder for output and provenance files of builds. */
    static final Path LOGS = Path.of("target", "interop-builds");

    private final PrintWriter out;
    private final Optional<Path> ca;
    private final boolean nothing;
    private final PackageIndex index = new PackageIndex(this::releases);

    ImageSetup(PrintWriter out, Optional<Path> ca, boolean nothing) {
        this.out = out;
        this.ca = ca;
        this.nothing = nothing;
    }

    /**
     * Builds the images that a plan needs. If an implementation's image cannot be built, its cells report that; without
     * the simulator or the dissector nothing can be run.
     *
     * @throws UserError when one of those two cannot be built
     */
    void ready(Plan plan, Settings settings) {
        var images = tools(settings);
        for (var cell : plan.cells()) {
            settings.images().iperf().filter(it -> cell.test().besideTcp()).ifPresent(images::add);
            cell.clientEndpoint().image().ifPresent(images::add);
            if (cell.route().remote().isEmpty()) {
                cell.serverEndpoint().image().ifPresent(images::add);
            }
        }
        var unbuilt = unbuilt(build(List.of(), builder -> {
            var wanted = Stream.concat(made(images).apply(builder).stream(), released(plan, builder))
                    .toList();
            new LongBuilds(builder.pendingLong(wanted)).hint(plan).ifPresent(this::line);
            return wanted;
        }));
        var without = Set.of(settings.images().simulator(), settings.images().tshark());
        if (unbuilt.stream().map(it -> it.build().image()).anyMatch(without::contains)) {
            throw failure(unbuilt);
        }
    }

    /**
     * Builds those of these images that have a build, and the tool images that cells need.
     *
     * @throws UserError when one cannot be built
     */
    void ready(Collection<String> images, Settings settings) {
        var all = tools(settings);
        all.addAll(images);
        check(build(List.of(), made(all)).stream()
                .filter(it -> !it.build().image().equals(ToolImage.SANDBOX.defaultReference()))
                .toList());
    }

    /**
     * Builds those of these images that have a build.
     *
     * @throws UserError when one cannot be built
     */
    void ready(Collection<String> images) {
        check(build(List.of(), made(images)));
    }

    private static List<Path> folders() {
        return ProductHome.current().imageFolders();
    }

    /** The images that have a build which takes many minutes. */
    static Set<String> slow() {
        return Builds.below(folders()).all().stream()
                .filter(it -> it.effort() == Effort.LONG)
                .map(ImageBuild::image)
                .collect(Collectors.toSet());
    }

    /** The tool images that cells need in addition to the endpoints' images. */
    static Set<String> tools(Settings settings) {
        var tools = new LinkedHashSet<>(
                List.of(settings.images().simulator(), settings.images().tshark()));
        // The image of network sandboxes; without it, cells are slow or, for some protocols, not run at all.
        tools.add(ToolImage.SANDBOX.defaultReference());
        return tools;
    }

    /**
     * Builds the images of the folders of these names.
     *
     * @throws UserError when there is no such folder or an image cannot be built
     */
    void named(List<String> names) {
        check(build(
                List.of(),
                builder ->
                        names.stream().flatMap(it -> builder.named(it).stream()).toList()));
    }

    /**
     * Builds from chosen sources.
     *
     * @param name the folder
     * @param target the target within the folder; empty for all targets
     * @throws UserError when there is no such folder or target, it is not built from sources, or the build fails
     */
    void fromSource(String name, Optional<String> target, SourceChoice sources) {
        check(build(folders(), sources, builder -> {
            var builds = builder.named(name).stream()
                    .filter(it -> target.isEmpty() || target.get().equals(it.target()))
                    .toList();
            if (builds.isEmpty()) {
                throw new UserError("--target '%s': '%s' has no such target; it has %s"
                        .formatted(
                                target.orElse(""),
                                name,
                                builder.named(name).stream()
                                        .map(ImageBuild::target)
                                        .collect(Collectors.joining(", "))));
            }
            if (!sources.isDefault() && !builds.stream().allMatch(ImageBuild::fromSource)) {
                throw new UserError(
                        "build '%s' is not made from sources: --ref, --local and --repo do not apply; its versions are in %s"
                                .formatted(name, builds.get(0).folder()));
            }
            return builds;
        }));
    }

    /**
     * Builds every image of the builds folder. Long builds are left out and named in a
     * line; builds from sources are left out too.
     *
     * @throws UserError when one cannot be built
     */
    void all() {
        allBut(Set.of());
    }

    /**
     * Builds what the project's tests need: as {@link #all}, but for the images of implementations that the registry does
     * not select, which no test runs.
     *
     * @param further a folder with the builds of the tests
     * @throws UserError when one cannot be built
     */
    void ofTests(Registry registry, Path further) {
        allBut(EntryBuilds.unselected(registry), further);
    }

    private void allBut(Set<String> images, Path... further) {
        check(build(List.of(further), builder -> {
            new LongBuilds(builder.pendingLong(builder.builds())).leftOut().ifPresent(this::line);
            return builder.builds().stream()
                    .filter(it -> it.effort() == Effort.QUICK && !it.fromSource() && !images.contains(it.image()))
                    .toList();
        }));
    }

    private List<BuildResult> build(List<Path> further, Function<ImageBuilder, List<ImageBuild>> wanted) {
        return build(Stream.concat(folders().stream(), further.stream()).toList(), SourceChoice.DEFAULT, wanted);
    }

    private List<BuildResult> build(
            List<Path> folders, SourceChoice sources, Function<ImageBuilder, List<ImageBuild>> wanted) {
        if (nothing) {
            return List.of();
        }
        try (var engine = Engine.connect()) {
            var builder = new ImageBuilder(engine, options(folders).withSources(sources), index);
            var begun = System.nanoTime();
            var results = builder.build(wanted.apply(builder));
            summary(results, (System.nanoTime() - begun) / 1e9);
            return results;
        }
    }

    private BuildOptions options(List<Path> folders) {
        var defaults = BuildOptions.defaults(folders, LOGS).withProgress(this::line);
        return ca.map(defaults::withCa).orElse(defaults);
    }

    /** The releases of packages. */
    PackageIndex index() {
        return index;
    }

    private List<String> releases(PackageRegistry registry, String packageName) {
        if (nothing) {
            throw new UserError(
                    "the releases of %s are listed by a build; leave out --no-build".formatted(packageName));
        }
        try (var engine = Engine.connect()) {
            return new ImageBuilder(engine, options(folders()), index).releases(registry, packageName);
        }
    }

    private static Function<ImageBuilder, List<ImageBuild>> made(Collection<String> images) {
        return builder -> builder.builds().stream()
                .filter(it -> images.contains(it.image()) && !it.fromSource())
                .toList();
    }

    /** The builds of releases that the plan's cells need. */
    private static Stream<ImageBuild> released(Plan plan, ImageBuilder builder) {
        return plan.cells().stream()
                .flatMap(it -> Stream.of(it.clientEndpoint(), it.serverEndpoint()))
                .filter(it -> it.build().flatMap(ReleaseName::parse).isPresent())
                .distinct()
                .flatMap(it -> builder.named(it.build().orElseThrow()).stream()
                        .filter(build ->
                                it.image().filter(build.image()::equals).isPresent()))
                .distinct();
    }

    private void summary(List<BuildResult> results, double seconds) {
        var counts = results.stream().collect(Collectors.groupingBy(BuildResult::state, Collectors.counting()));
        if (!results.isEmpty()) {
            line("%d images: %d ready, %d built, %d failed (%.1f s)"
                    .formatted(
                            results.size(),
                            counts.getOrDefault(BuildResult.State.READY, 0L),
                            counts.getOrDefault(BuildResult.State.BUILT, 0L),
                            unbuilt(results).size(),
                            seconds));
        }
    }

    private void line(String text) {
        out.println("Images   " + Printable.of(text));
        out.flush();
    }

    private static void check(List<BuildResult> results) {
        var unbuilt = unbuilt(results);
        if (!unbuilt.isEmpty()) {
            throw failure(unbuilt);
        }
    }

    private static List<BuildResult> unbuilt(List<BuildResult> results) {
        return results.stream().filter(it -> !it.isThere()).toList();
    }

    private static UserError failure(List<BuildResult> unbuilt) {
        var images = unbuilt.stream().map(it -> it.build().image()).collect(Collectors.joining(", "));
        var refused = unbuilt.stream().anyMatch(it -> it.state() == BuildResult.State.REFUSED);
        return refused
                ? new UserError(images + " could not be built from the sources that were asked for; see above")
                : new UserError("%s could not be built; see above, the output of builds is in %s"
                                .formatted(images, LOGS))
                        .ofEnvironment();
    }
}
