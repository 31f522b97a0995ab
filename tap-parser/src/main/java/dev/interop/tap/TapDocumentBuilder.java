package dev.interop.tap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds a document from the events of a parser.
 *
 * <p>Keeps at most {@link TapLimits#points} points and as many other lines (rule R19).
 */
public final class TapDocumentBuilder implements Consumer<TapEvent> {

    private final TapOptions options;
    private final Deque<Draft> open = new ArrayDeque<>();
    private int roomForPoints;
    private int roomForLines;
    private long pointsDropped;
    private Optional<TapDocument> document = Optional.empty();

    /** Creates a builder for one document. */
    public TapDocumentBuilder(TapOptions options) {
        this.options = options;
        this.roomForPoints = options.limits().points();
        this.roomForLines = options.limits().points();
        open.push(new Draft("", SubtestKind.BARE));
    }

    @Override
    public void accept(TapEvent event) {
        if (event instanceof TapEvent.Point point) {
            accept(point);
        } else if (event instanceof TapEvent.Diagnostic diagnostic) {
            accept(diagnostic);
        } else if (event instanceof TapEvent.SubtestStart start) {
            open.push(new Draft(start.name(), start.kind()));
        } else if (event instanceof TapEvent.SubtestEnd end) {
            accept(end);
        } else if (event instanceof TapEvent.End end) {
            document = Optional.of(open.pop().finish(withDropped(end.result())));
        } else if (roomForLines > 0) {
            roomForLines--;
            draftOf(event).lines.add(event);
        }
    }

    /** The number of points that were counted but not kept. */
    public long pointsDropped() {
        return pointsDropped;
    }

    /** The document, once the parser has finished. */
    public TapDocument document() {
        return document.orElseThrow(() -> new IllegalStateException("the parser has not finished"));
    }

    private void accept(TapEvent.Point point) {
        Draft draft = open.element();
        if (roomForPoints == 0) {
            pointsDropped++;
            draft.endedSubtest = Optional.empty();
            draft.takesDiagnostic = false;
            return;
        }
        roomForPoints--;
        draft.lines.add(point);
        draft.points.add(new TestPoint(point, Optional.empty(), draft.endedSubtest));
        draft.endedSubtest = Optional.empty();
        draft.takesDiagnostic = true;
    }

    private void accept(TapEvent.Diagnostic diagnostic) {
        Draft draft = open.element();
        if (draft.takesDiagnostic) {
            draft.lines.add(diagnostic);
            TestPoint last = draft.removeLast();
            draft.points.add(new TestPoint(last.point(), Optional.of(diagnostic), last.subtest()));
        }
    }

    private void accept(TapEvent.SubtestEnd end) {
        TapDocument subtest = open.pop().finish(end.result());
        Draft parent = open.element();
        parent.subtests.add(subtest);
        if (end.kind() != SubtestKind.BUFFERED) {
            parent.endedSubtest = end.correlated() ? Optional.of(subtest) : Optional.empty();
        } else if (parent.takesDiagnostic) {
            TestPoint last = parent.removeLast();
            parent.points.add(new TestPoint(last.point(), last.diagnostic(), Optional.of(subtest)));
        }
    }

    /** Finds the document of an event: a problem of the whole stream belongs to the top level even in a subtest. */
    private Draft draftOf(TapEvent event) {
        int above = open.size() - 1 - event.depth();
        for (Draft draft : open) {
            if (above-- <= 0) {
                return draft;
            }
        }
        return open.element();
    }

    private TapResult withDropped(TapResult result) {
        Severity severity = options.severity(ProblemCode.LIMIT_POINTS);
        return pointsDropped == 0 || severity == Severity.OFF
                ? result
                : result.with(new TapEvent.Problem(
                        0,
                        0,
                        0,
                        "",
                        ProblemCode.LIMIT_POINTS,
                        severity,
                        pointsDropped + " points are counted but not kept"));
    }

    /** A document that is not finished. */
    private static final class Draft {
        private final String name;
        private final SubtestKind kind;
        private final List<TapEvent> lines = new ArrayList<>();
        private final List<TestPoint> points = new ArrayList<>();
        private final List<TapDocument> subtests = new ArrayList<>();
        private Optional<TapDocument> endedSubtest = Optional.empty();
        private boolean takesDiagnostic;

        Draft(String name, SubtestKind kind) {
            this.name = name;
            this.kind = kind;
        }

        TestPoint removeLast() {
            return points.remove(points.size() - 1);
        }

        TapDocument finish(TapResult result) {
            return new TapDocument(name, kind, lines, points, subtests, result);
        }
    }
}
