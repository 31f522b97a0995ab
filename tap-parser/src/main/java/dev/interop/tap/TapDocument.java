package dev.interop.tap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A complete document: the stream or a subtest.
 *
 * @param name the name of a subtest; empty at the top level and for a subtest without a name
 * @param kind how the subtest is written; bare at the top level
 * @param lines the events of this document's own lines in order, with points, diagnostics and problems, but without those of
 *     its subtests
 * @param points the points in order, each with its diagnostic and subtest; at most {@link TapLimits#points} in a stream
 * @param subtests the subtests in order of their beginning, including those without a point
 * @param result the result, which counts all points
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

    /** The version in the version line. */
    public OptionalInt version() {
        return result.version();
    }

    /** The plan that counts. */
    public Optional<TapEvent.Plan> plan() {
        return result.plan();
    }

    /** The points that fail the document. */
    public List<TestPoint> failures() {
        return points.stream().filter(point -> point.point().failed()).toList();
    }
}
