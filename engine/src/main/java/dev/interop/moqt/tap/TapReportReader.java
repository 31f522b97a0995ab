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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reports each point of a TAP stream when its line ends. A subtest becomes a group. Its result is the point after the
 * subtest, or the point before it if the subtest is in braces.
 */
@API(status = Status.INTERNAL)
public final class TapReportReader implements ReportReader {
    /** Limits the reports of a client that prints too much. The verdict still counts all points. */
    private static final int MAX_REPORTS = 1_000;

    private static final int MAX_NAME_LENGTH = 100;

    private final TapParser parser = new TapParser(TapOptions.lenient(), this::event);
    private final Map<String, String> contractNames;
    private final Consumer<Report> reports;

    private final List<Level> levels = new ArrayList<>(List.of(new Level(List.of())));
    private int reported;

    /**
     * @param contractNames the contract's name of a test case by the client's name
     * @param reports gets the reports
     */
    public TapReportReader(Map<String, String> contractNames, Consumer<Report> reports) {
        this.contractNames = Map.copyOf(contractNames);
        this.reports = reports;
    }

    /** A TAP document: the stream or a subtest. */
    private static final class Level {
        final List<String> path;
        final Set<String> names = new HashSet<>();
        /** The last number that was appended to a name. */
        final Map<String, Integer> numbers = new HashMap<>();
        /** The path of the point that was reported last. */
        List<String> last = List.of();
        /** The path of a subtest that has ended and whose result is the next point. */
        Optional<List<String>> ended = Optional.empty();
        /** The result of the subtest in braces that follows; held back until the subtest ends. */
        Optional<Report.Result> held = Optional.empty();

        Level(List<String> path) {
            this.path = path;
        }

        List<String> child(String name) {
            var unique = name;
            while (!names.add(unique)) {
                // The client may have used that name, too.
                unique = name + " (" + numbers.merge(name, 2, (last, two) -> last + 1) + ")";
            }
            var child = new ArrayList<>(path);
            child.add(unique);
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
        var isOfSubtest = level.ended.isPresent();
        level.ended = Optional.empty();
        level.last = path;
        var result = new Report.Result(path, status(point), text(point));
        if (!isOfSubtest && point.raw().stripTrailing().endsWith("{")) {
            report(new Report.Opened(path));
            level.held = Optional.of(result);
        } else {
            report(result);
        }
    }

    private void details(TapEvent.Diagnostic block) {
        var level = level(block.depth());
        if (!level.last.isEmpty()) {
            report(new Report.Details(level.last, new Diagnostic(block.yaml()).entries(), block.yaml()));
        }
    }

    private void start(TapEvent.SubtestStart start) {
        var parent = level(start.depth() - 1);
        var held = parent.held.filter(it -> start.kind() == SubtestKind.BUFFERED);
        var path = held.map(Report.Result::path)
                .orElseGet(() -> parent.child(start.name().isBlank() ? "subtest" : named(start.name(), parent)));
        if (held.isEmpty()) {
            release(parent);
            report(new Report.Opened(path));
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
            // The subtest has no point, or its point was already reported before the subtest began.
            var status = end.result().ok() ? Report.Status.PASSED : Report.Status.FAILED;
            report(new Report.Result(ended.path, status, "a subtest without a point of its own"));
        }
        release(parent);
    }

    private void release(Level level) {
        level.held.ifPresent(this::report);
        level.held = Optional.empty();
    }

    /** The open document at a depth; the deepest one if fewer are open. */
    private Level level(int depth) {
        return levels.get(Math.min(depth, levels.size() - 1));
    }

    private String name(TapEvent.Point point, Level level) {
        return point.description().isBlank() ? "point " + point.id() : named(point.description(), level);
    }

    private String named(String name, Level level) {
        var stripped = name.strip();
        var known = level.path.isEmpty() ? contractNames.getOrDefault(stripped, stripped) : stripped;
        var shown = Printable.of(known);
        return shown.length() > MAX_NAME_LENGTH ? shown.substring(0, MAX_NAME_LENGTH) + "…" : shown;
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

    private void report(Report report) {
        if (reported < MAX_REPORTS) {
            reported++;
            reports.accept(report);
        }
    }
}
