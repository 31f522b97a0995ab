package dev.interop.tap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole document: the stream's, or a subtest's.
 *
 * @param name the name of a subtest; empty at the top and without a name
 * @param kind how it was introduced; bare at the top
 * @param lines the events of this document's own lines in order, its problems among them; points too, and diagnostics
 *     after them, but nothing of its subtests
 * @param points the points in order, each with what belongs to it; at most {@link TapLimits#points} in a stream
 * @param subtests the subtests in order of their beginning, also those that no point speaks for
 * @param result the verdict, which counts all points
 */
public record TapDocument(
        String name,
        SubtestKind kind,
        List<TapEvent> lines,
        List<TestPoint> points,
        List<TapDocument> subtests,
        TapResult result) {

    /** Copies the lists. */
    public TapDocument {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
        subtests = List.copyOf(subtests);
    }

    /** The version declared. */
    public OptionalInt version() {
        return result.version();
    }

    /** The plan that stands. */
    public Optional<TapEvent.Plan> plan() {
        return result.plan();
    }

    /** The points that fail the document. */
    public List<TestPoint> failures() {
        return points.stream().filter(point -> point.point().failed()).toList();
    }
}
