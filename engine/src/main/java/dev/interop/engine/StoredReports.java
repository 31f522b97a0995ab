package dev.interop.engine;

import dev.interop.expectation.SeenCell;
import dev.interop.protocol.Report;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The reports of a client in an earlier run, whose result is reused: only the paths are known, and what passed. */
final class StoredReports {
    private static final String TEXT = "of an earlier run; see there";

    private StoredReports() {}

    /** Groups open before their results, and end after them. */
    static List<Report> of(List<SeenCell.Part> reported) {
        var groups = reported.stream()
                .filter(it -> reported.stream().anyMatch(other -> isIn(other.path(), it.path())))
                .toList();
        var depth = Comparator.<SeenCell.Part>comparingInt(it -> it.path().size());
        return Stream.of(
                        groups.stream().sorted(depth).<Report>map(it -> new Report.Opened(it.path())),
                        reported.stream().filter(it -> !groups.contains(it)).map(StoredReports::result),
                        groups.stream().sorted(depth.reversed()).map(StoredReports::result))
                .flatMap(it -> it)
                .toList();
    }

    private static boolean isIn(List<String> path, List<String> group) {
        return path.size() > group.size() && path.subList(0, group.size()).equals(group);
    }

    private static Report result(SeenCell.Part part) {
        return new Report.Result(part.path(), part.passed() ? Report.Status.PASSED : Report.Status.FAILED, TEXT);
    }
}
