package dev.interop.cli.build;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What builds cost in time and disk, in a line.
 *
 * @param builds the builds that have to be made
 * @param interrupted the names of those that began once and did not end
 */
record BuildEstimate(List<ImageBuild> builds, Collection<String> interrupted) {
    private static final int MIB_PER_GIB = 1024;

    /** The line; empty if nothing has to be built. */
    Optional<String> line() {
        if (builds.isEmpty()) {
            return Optional.empty();
        }
        var each = builds.stream().map(this::one).collect(Collectors.joining(", "));
        return Optional.of("%d to build: %s%s".formatted(builds.size(), each, builds.size() > 1 ? together() : ""));
    }

    private String one(ImageBuild build) {
        var cost = build.cost()
                .map(it -> "%s, %s".formatted(time(it.time()), size(it.mebibytes())))
                .orElse("cost unknown");
        var again = interrupted.contains(build.image()) ? ", goes on where it was interrupted" : "";
        return "%s (%s%s)".formatted(build.name(), cost, again);
    }

    private String together() {
        var costs = builds.stream().flatMap(it -> it.cost().stream()).toList();
        var time = costs.stream().map(BuildCost::time).reduce(Duration.ZERO, Duration::plus);
        var mebibytes = costs.stream().mapToLong(BuildCost::mebibytes).sum();
        return "; together at most %s of building and %s of disk%s"
                .formatted(time(time), size(mebibytes), costs.size() < builds.size() ? ", without those unknown" : "");
    }

    private static String time(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? time.toSeconds() + " s"
                : Math.round(time.toSeconds() / 60.0) + " min";
    }

    private static String size(long mebibytes) {
        return mebibytes < MIB_PER_GIB
                ? mebibytes + " MiB"
                : String.format(Locale.ROOT, "%.1f GiB", mebibytes / (double) MIB_PER_GIB);
    }
}
