package dev.interop.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens and closes documents, one per level, and checks each at its end. */
final class Documents {

    /** A subtest that has ended with the point of the current line. */
    record Ended(String name, SubtestKind kind, TapResult result) {}

    private final Consumer<? super TapEvent> events;
    private final ProblemLog problems;
    private final IdSet.Budget printedIds;
    private final IdSet.Budget effectiveIds;
    private final List<DocumentState> levels = new ArrayList<>();
    private int level;
    private Optional<String> bailOut = Optional.empty();

    Documents(TapOptions options, Consumer<? super TapEvent> events, ProblemLog problems) {
        this.events = events;
        this.problems = problems;
        this.printedIds = new IdSet.Budget(options.limits().idRanges());
        this.effectiveIds = new IdSet.Budget(options.limits().idRanges());
        stateAt(0).open("", SubtestKind.BARE, options.isStrict());
    }

    int level() {
        return level;
    }

    DocumentState current() {
        return levels.get(level);
    }

    DocumentState at(int number) {
        return levels.get(number);
    }

    boolean bailedOut() {
        return bailOut.isPresent();
    }

    /** Opens every level down to the line's. */
    void open(Line line, int lineLevel, Map<Integer, String> names) {
        while (level < lineLevel) {
            String name = names.get(level + 1);
            SubtestKind kind = name == null ? SubtestKind.BARE : SubtestKind.COMMENTED;
            open(line.number(), line.offset(), "", name == null ? "" : name, kind);
        }
    }

    /** Opens the subtest of the point that has just been read, whose line ends in a brace. */
    void openBuffered() {
        LastPoint point = current().lastPoint();
        openBuffered(point, point.line(), point.offset(), "");
    }

    /** Opens the subtest of the last point by a line that is a brace. */
    void openBuffered(Line brace) {
        openBuffered(current().lastPoint(), brace.number(), brace.offset(), brace.raw());
    }

    private void openBuffered(LastPoint point, long line, long offset, String raw) {
        problems.report(
                current(), line, offset, raw, ProblemCode.SUBTEST_BUFFERED, "the subtest of a point is in braces");
        open(line, offset, raw, point.description(), SubtestKind.BUFFERED);
        current().opener(point);
    }

    void closeByBrace(Line line, int parentLevel) {
        closeUnterminated(line, parentLevel + 1);
        LastPoint point = current().opener();
        TapResult result = close(line, line.raw(), true);
        compare(line, point, result);
    }

    /** Closes the subtests that the line's point ends; returns the one whose result the point is. */
    Optional<Ended> closeByPoint(Line line, int parentLevel) {
        closeUnterminated(line, parentLevel + 1);
        DocumentState subtest = current();
        if (subtest.kind() == SubtestKind.BUFFERED) {
            closeUnterminated(line, parentLevel);
            return Optional.empty();
        }
        return Optional.of(new Ended(subtest.name(), subtest.kind(), close(line, "", true)));
    }

    /** Compares a subtest with the point that has just ended it (rules R02 and R14). */
    void compare(Line line, Ended subtest) {
        LastPoint point = current().lastPoint();
        current().subtestTaken();
        if (subtest.kind() == SubtestKind.COMMENTED && !subtest.name().equals(point.description())) {
            problems.report(
                    current(),
                    line,
                    ProblemCode.SUBTEST_NAME_MISMATCH,
                    "the subtest is named \"" + subtest.name() + "\"");
        }
        compare(line, point, subtest.result());
    }

    private void compare(Line line, LastPoint point, TapResult result) {
        if (!result.ok() && point.passes()) {
            problems.report(
                    current(),
                    line,
                    ProblemCode.SUBTEST_DISAGREES,
                    "the subtest of point " + point.id() + " fails, the point does not");
        }
    }

    /** Ends every level. TAP 14, section "Subtest Bailouts". */
    void bailOut(Line line, String reason) {
        if (bailOut.isEmpty()) {
            bailOut = Optional.of(reason);
        }
        closeUnterminated(line, 0);
    }

    TapResult finish(long lines, long bytes) {
        Line end = new Line();
        end.set(new byte[0], 0, 0, lines, bytes, false, false);
        closeUnterminated(end, 0);
        DocumentState top = current();
        if (top.version().isEmpty()) {
            problems.report(top, end, ProblemCode.VERSION_MISSING, "there is no version line");
        }
        checkPlan(top, end);
        TapResult result = top.close(bailOut);
        events.accept(new TapEvent.End(lines, bytes, 0, "", result));
        return result;
    }

    private void open(long line, long offset, String raw, String name, SubtestKind kind) {
        boolean strict = current().strict();
        current().leavePoint();
        level++;
        stateAt(level).open(name, kind, strict);
        events.accept(new TapEvent.SubtestStart(line, offset, level, raw, name, kind));
    }

    /** Closes the subtests deeper than the level that have no point or no closing brace. */
    private void closeUnterminated(Line line, int keep) {
        while (level > keep) {
            DocumentState subtest = current();
            boolean buffered = subtest.kind() == SubtestKind.BUFFERED;
            TapResult result = close(line, "", buffered);
            problems.report(
                    current(),
                    line,
                    ProblemCode.SUBTEST_UNTERMINATED,
                    buffered ? "the subtest has no closing brace" : "the subtest has no point that ends it");
            if (buffered) {
                compare(line, subtest.opener(), result);
            } else if (hidesFailure(result)) {
                problems.report(
                        current(),
                        line,
                        ProblemCode.SUBTEST_UNTERMINATED_FAILED,
                        "a point of the subtest failed, and no point speaks for the subtest");
            }
        }
    }

    private boolean hidesFailure(TapResult result) {
        return result.counts().failed() > 0 || result.errors().contains(ProblemCode.SUBTEST_UNTERMINATED_FAILED);
    }

    private TapResult close(Line line, String raw, boolean correlated) {
        DocumentState subtest = current();
        checkPlan(subtest, line);
        TapResult result = subtest.close(bailOut);
        events.accept(new TapEvent.SubtestEnd(
                line.number(), line.offset(), level, raw, subtest.name(), subtest.kind(), correlated, result));
        level--;
        return result;
    }

    private void checkPlan(DocumentState document, Line line) {
        if (bailedOut()) {
            return;
        }
        if (document.plan().isEmpty()) {
            problems.report(document, line.number(), line.offset(), "", ProblemCode.NO_PLAN, "there is no plan");
            return;
        }
        TapEvent.Plan plan = document.plan().get();
        if (!plan.skipAll() && !document.planIsMet()) {
            problems.report(
                    document,
                    line.number(),
                    line.offset(),
                    "",
                    ProblemCode.COUNT_MISMATCH,
                    document.points() + " points, planned are " + plan.start() + ".." + plan.end());
        }
    }

    private DocumentState stateAt(int number) {
        if (levels.size() == number) {
            levels.add(new DocumentState(number, printedIds, effectiveIds));
        }
        return levels.get(number);
    }
}
