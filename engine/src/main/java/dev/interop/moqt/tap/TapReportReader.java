package dev.interop.moqt.tap;

import dev.interop.Printable;
import dev.interop.protocol.Report;
import dev.interop.protocol.ReportReader;
import dev.interop.tap.SubtestKind;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TapOptions;
import dev.interop.tap.TapParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports the points of a TAP stream as their lines end. A subtest is a group; the point that speaks for it ends it,
 * and comes after it, or before it where it is in braces.
 */
public final class TapReportReader implements ReportReader {
    /** More is a flood; the verdict counts them all the same. */
    private static final int MOST_REPORTS = 1_000;

    private static final int LONGEST_NAME = 100;

    private final TapParser parser = new TapParser(TapOptions.lenient(), this::event);
    private final Map<String, String> ours;
    private final Consumer<Report> reports;

    private final List<Level> levels = new ArrayList<>(List.of(new Level(List.of())));
    private int reported;

    /**
     * @param ours what clients call test cases → what we call them
     * @param reports hears the reports
     */
    public TapReportReader(Map<String, String> ours, Consumer<Report> reports) {
        this.ours = Map.copyOf(ours);
        this.reports = reports;
    }

    /** A document: the stream, or a subtest. */
    private static final class Level {
        final List<String> path;
        final Map<String, Integer> names = new HashMap<>();
        /** The point that was reported last. */
        List<String> last = List.of();
        /** A subtest that has ended, for which the next point speaks. */
        Optional<List<String>> ended = Optional.empty();
        /** A point that speaks for the subtest in braces that follows. */
        Optional<Report.Result> held = Optional.empty();

        Level(List<String> path) {
            this.path = path;
        }

        List<String> child(String name) {
            int count = names.merge(name, 1, Integer::sum);
            var child = new ArrayList<>(path);
            child.add(count == 1 ? name : name + " (" + count + ")");
            return child;
        }
    }

    @Override
    public void read(byte[] bytes) {
        parser.feed(bytes);
    }

    @Override
    public void end() {
        parser.finish();
    }

    private void event(TapEvent event) {
        if (event instanceof TapEvent.Point point) {
            point(point);
        } else if (event instanceof TapEvent.Diagnostic block) {
            details(block);
        } else if (event instanceof TapEvent.SubtestStart start) {
            start(start);
        } else if (event instanceof TapEvent.SubtestEnd end) {
            end(end);
        } else if (event instanceof TapEvent.End) {
            levels.forEach(this::release);
        }
    }

    private void point(TapEvent.Point point) {
        var level = level(point.depth());
        release(level);
        var path = level.ended.orElseGet(() -> level.child(name(point, level)));
        var spoken = level.ended.isPresent();
        level.ended = Optional.empty();
        level.last = path;
        var result = new Report.Result(path, status(point), text(point));
        if (!spoken && point.raw().stripTrailing().endsWith("{")) {
            tell(new Report.Opened(path));
            level.held = Optional.of(result);
        } else {
            tell(result);
        }
    }

    private void details(TapEvent.Diagnostic block) {
        var level = level(block.depth());
        if (!level.last.isEmpty()) {
            tell(new Report.Details(level.last, new Diagnostic(block.yaml()).entries(), block.yaml()));
        }
    }

    private void start(TapEvent.SubtestStart start) {
        var parent = level(start.depth() - 1);
        var held = parent.held.filter(it -> start.kind() == SubtestKind.BUFFERED);
        var path = held.map(Report.Result::path)
                .orElseGet(() -> parent.child(start.name().isBlank() ? "subtest" : named(start.name(), parent)));
        if (held.isEmpty()) {
            release(parent);
            tell(new Report.Opened(path));
        }
        levels.add(new Level(path));
    }

    private void end(TapEvent.SubtestEnd end) {
        var ended = level(end.depth());
        release(ended);
        levels.remove(levels.size() - 1);
        var parent = level(end.depth() - 1);
        if (end.correlated() && end.kind() != SubtestKind.BUFFERED) {
            parent.ended = Optional.of(ended.path);
        } else if (parent.held.isEmpty()) {
            // No point speaks for it, or one did before it began.
            var status = end.result().ok() ? Report.Status.PASSED : Report.Status.FAILED;
            tell(new Report.Result(ended.path, status, "a subtest without a point of its own"));
        }
        release(parent);
    }

    private void release(Level level) {
        level.held.ifPresent(this::tell);
        level.held = Optional.empty();
    }

    /** Levels are as deep as subtests were begun; a point of a level ends those below it. */
    private Level level(int depth) {
        return levels.get(Math.min(depth, levels.size() - 1));
    }

    private String name(TapEvent.Point point, Level level) {
        return point.description().isBlank() ? "point " + point.id() : named(point.description(), level);
    }

    private String named(String name, Level level) {
        var stripped = name.strip();
        var known = level.path.isEmpty() ? ours.getOrDefault(stripped, stripped) : stripped;
        var shown = Printable.of(known);
        return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) + "…" : shown;
    }

    private static Report.Status status(TapEvent.Point point) {
        if (point.skip()) {
            return Report.Status.SKIPPED;
        }
        if (point.todo()) {
            return Report.Status.TO_DO;
        }
        return point.ok() ? Report.Status.PASSED : Report.Status.FAILED;
    }

    private static String text(TapEvent.Point point) {
        return point.directive()
                .map(it -> it.reason().strip())
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> point.raw().strip());
    }

    private void tell(Report report) {
        if (reported < MOST_REPORTS) {
            reported++;
            reports.accept(report);
        }
    }
}
