package dev.interop.cli;

import dev.interop.config.Settings;
import dev.interop.history.CellKey;
import dev.interop.history.DurationEstimate;
import dev.interop.history.History;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The time that a plan would take, estimated from what its cells took before.
 *
 * @param duration the time in lanes, without building images and opening lanes
 * @param lanes the number of lanes
 * @param known how many of its cells have run before
 * @param cells the number of cells
 */
record PlannedTime(Duration duration, int lanes, int known, int cells) {
    /** The estimate; empty if no run is remembered. */
    static Optional<PlannedTime> of(Plan plan, Settings settings, History history) {
        return of(plan, plan.lanes(settings.execution().lanes()), DurationEstimate.from(history));
    }

    private static Optional<PlannedTime> of(Plan plan, int lanes, DurationEstimate estimate) {
        var known = plan.cells().stream()
                .filter(it -> estimate.knows(CellKey.of(it)))
                .count();
        return estimate.ofRun(keys(plan, false), keys(plan, true), lanes)
                .filter(it -> !plan.cells().isEmpty())
                .map(it -> new PlannedTime(it, lanes, (int) known, plan.cells().size()));
    }

    /** The cells that measure, or the others. */
    private static List<CellKey> keys(Plan plan, boolean measuring) {
        return plan.cells().stream()
                .filter(it -> isMeasured(it) == measuring)
                .map(CellKey::of)
                .toList();
    }

    private static boolean isMeasured(Cell cell) {
        return cell.test().measure().isPresent();
    }

    /** A line for people. */
    String text() {
        return "about %s on %s, by earlier runs of %s of these cells%s"
                .formatted(
                        shown(duration),
                        lanes == 1 ? "1 lane" : lanes + " lanes",
                        known,
                        known < cells ? "; of the others, by their test cases" : "");
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
