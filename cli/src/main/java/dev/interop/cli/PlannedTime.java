package dev.interop.cli;

import dev.interop.config.Settings;
import dev.interop.history.CellKey;
import dev.interop.history.DurationEstimate;
import dev.interop.history.History;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.reuse.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time that a plan would take, estimated from what its cells took before.
 *
 * @param duration the time in lanes, without building images and opening lanes
 * @param lanes the number of lanes
 * @param known how many of the cells that would run have run before
 * @param cells the number of cells that would run
 * @param reused the number of cells that an earlier run's result would stand for
 * @param skipped the number of cells that would be left out
 * @param within the time for all cells, if it is limited
 */
record PlannedTime(
        Duration duration, int lanes, int known, int cells, int reused, int skipped, Optional<Duration> within) {
    /**
     * The estimate; empty if no run is remembered.
     *
     * @param choice which of the plan's cells would run
     */
    static Optional<PlannedTime> of(Plan plan, Choice choice, Settings settings, History history) {
        var estimate = DurationEstimate.from(history);
        var lanes = plan.lanes(settings.execution().lanes());
        var toRun = choice.toRun();
        var known = toRun.stream().filter(it -> estimate.knows(CellKey.of(it))).count();
        return estimate.ofRun(keys(toRun, false), keys(toRun, true), lanes)
                .filter(it -> !plan.cells().isEmpty())
                .map(it -> new PlannedTime(
                        it,
                        lanes,
                        (int) known,
                        toRun.size(),
                        choice.reused().size(),
                        choice.skipped().size(),
                        settings.history().within()));
    }

    /** The cells that measure, or the others. */
    private static List<CellKey> keys(List<Cell> cells, boolean measuring) {
        return cells.stream()
                .filter(it -> isMeasured(it) == measuring)
                .map(CellKey::of)
                .toList();
    }

    private static boolean isMeasured(Cell cell) {
        return cell.test().measure().isPresent();
    }

    /** A line for people. */
    String text() {
        var left = Stream.of(counted(reused, "would be reused"), counted(skipped, "skipped as unchanged"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        if (cells == 0) {
            return "nothing would run: " + left;
        }
        return "about %s on %s%s, by earlier runs of %s of these cells%s%s"
                .formatted(
                        shown(duration),
                        lanes == 1 ? "1 lane" : lanes + " lanes",
                        left.isEmpty() ? "" : " for %s (%s)".formatted(cells == 1 ? "1 cell" : cells + " cells", left),
                        known,
                        known < cells ? "; of the others, by their test cases" : "",
                        within.filter(it -> it.compareTo(duration) < 0)
                                .map(it -> "; what does not fit into %s is skipped".formatted(shown(it)))
                                .orElse(""));
    }

    private static String counted(int number, String what) {
        return number == 0 ? "" : number + " " + what;
    }

    private static String shown(Duration time) {
        if (time.toMinutes() == 0) {
            return Math.max(1, time.toSeconds()) + " s";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
