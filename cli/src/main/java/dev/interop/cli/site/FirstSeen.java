package dev.interop.cli.site;

import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Finds the run since which a cell has had its present outcome. */
final class FirstSeen {
    private FirstSeen() {}

    /**
     * The text after "since"; empty if the cell passed or no earlier run had it. Runs that did not run the cell are
     * ignored.
     *
     * @param past the earlier runs, the oldest first
     */
    static Optional<String> of(CellResult cell, List<PastRun> past) {
        var outcome = cell.verdict().outcome();
        var first = Optional.<Instant>empty();
        var before = Optional.<Outcome>empty();
        var same = 0;
        for (var i = past.size() - 1; i >= 0 && before.isEmpty(); i--) {
            var then = past.get(i).outcome(cell.id()).filter(it -> it != Outcome.SKIPPED || outcome == it);
            if (then.filter(outcome::equals).isPresent()) {
                first = Optional.of(past.get(i).started());
                same++;
            } else {
                before = then;
            }
        }
        if (outcome == Outcome.SUCCEEDED || same == 0 && before.isEmpty()) {
            return Optional.empty();
        }
        var was = before.map(it -> ", " + it.label() + " before").orElse("");
        return Optional.of(
                same == 0
                        ? "new in this run" + was
                        : "%s, %d runs%s".formatted(day(first.orElseThrow()), same + 1, was));
    }

    private static String day(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", "Z");
    }
}
