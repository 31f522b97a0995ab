package dev.interop.tap;

import dev.interop.tap.IdSet.Added;
import dev.interop.tap.TapOptions.StrictPragma;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Interprets each kind of line in its document. */
final class LineInterpreter {

    private static final int NEWEST_VERSION = 14;
    private static final String STRICT = "strict";

    private final TapOptions options;
    private final Consumer<? super TapEvent> events;
    private final ProblemLog problems;
    private final DocumentState top;
    private boolean idsLost;

    /** A limit that is exceeded is a problem of the whole stream and reported at its top level. */
    LineInterpreter(TapOptions options, Consumer<? super TapEvent> events, ProblemLog problems, DocumentState top) {
        this.top = top;
        this.options = options;
        this.events = events;
        this.problems = problems;
    }

    /** Whether the line, indented more than the document, is TAP that a subtest can begin with. */
    boolean opensSubtest(DocumentState document, Line line, LineKind kind) {
        return switch (kind) {
            case POINT, PLAN -> true;
            case VERSION -> VersionLine.supported(line);
            case PRAGMA -> !document.strict() || PragmaLine.parse(line).size() == 1;
            default -> false;
        };
    }

    void version(DocumentState document, Line line) {
        int number = VersionLine.parse(line).orElseThrow();
        if (!VersionLine.supported(line)) {
            nonTap(document, line);
            problems.report(document, line, ProblemCode.VERSION_UNSUPPORTED, "version " + number + " is too old");
        } else if (!document.takesVersion()) {
            nonTap(document, line);
            problems.report(
                    document, line, ProblemCode.VERSION_LATE, "a version line must come before plan and points");
        } else {
            accept(document, line, number);
        }
        document.leavePoint();
    }

    private void accept(DocumentState document, Line line, int number) {
        document.version(number);
        events.accept(new TapEvent.Version(line.number(), line.offset(), document.level(), line.raw(), number));
        if (number > NEWEST_VERSION) {
            problems.report(
                    document, line, ProblemCode.VERSION_UNSUPPORTED, "version " + number + " is read as version 14");
        }
        if (document.level() == 0 && line.number() > 1) {
            problems.report(document, line, ProblemCode.VERSION_LATE, "the version is not in the first line");
        }
    }

    void plan(DocumentState document, Line line) {
        PlanLine parsed = PlanLine.parse(line).orElseThrow();
        var plan = new TapEvent.Plan(
                line.number(),
                line.offset(),
                document.level(),
                line.raw(),
                parsed.start(),
                parsed.end(),
                parsed.comment());
        events.accept(plan);
        document.leavePoint();
        if (parsed.overflow()) {
            problems.report(top, line, ProblemCode.NUMBER_OVERFLOW, "a number of the plan is too large");
        }
        if (document.plan().isPresent()) {
            problems.report(document, line, ProblemCode.PLAN_TWICE, "there is already a plan");
            return;
        }
        document.plan(plan);
        if (plan.start() != 1) {
            problems.report(document, line, ProblemCode.PLAN_START, "the plan starts at " + plan.start());
        }
        if (plan.skipAll() && document.points() > 0) {
            pointsInSkipAll(document, line);
        } else if (!plan.skipAll() && !document.explicitIds().isEmpty()) {
            checkId(document, line, plan, document.explicitIds().min());
            if (document.explicitIds().max() != document.explicitIds().min()) {
                checkId(document, line, plan, document.explicitIds().max());
            }
        }
    }

    /** Returns whether the line ends in a brace, which may open a subtest of the point. */
    boolean point(DocumentState document, Line line) {
        PointLine parsed = PointLine.parse(line, options);
        OptionalLong explicit = parsed.explicitId();
        var point = new TapEvent.Point(
                line.number(),
                line.offset(),
                document.level(),
                line.raw(),
                parsed.ok(),
                explicit,
                explicit.isPresent() ? explicit.getAsLong() : document.nextId(options.numbering()),
                parsed.description(),
                parsed.directive(),
                parsed.time());
        events.accept(point);
        if (parsed.overflow()) {
            problems.report(top, line, ProblemCode.NUMBER_OVERFLOW, "the number of the point is too large");
        }
        if (parsed.badSpacing()) {
            problems.report(document, line, ProblemCode.DIRECTIVE_SPACING, "the # of a directive lacks white space");
        }
        if (explicit.isPresent()) {
            explicitId(document, line, explicit.getAsLong());
        }
        document.count(point);
        checkDirective(document, line, point);
        checkPlace(document, line);
        return parsed.endsInBrace();
    }

    private void explicitId(DocumentState document, Line line, long id) {
        Added added = document.explicitIds().add(id);
        if (added == Added.KNOWN) {
            problems.report(document, line, ProblemCode.DUPLICATE_ID, "number " + id + " is used twice");
            added = document.duplicateIds().add(id);
        }
        if (added == Added.NO_ROOM && !idsLost) {
            idsLost = true;
            problems.report(top, line, ProblemCode.LIMIT_IDS, "repeated numbers can no longer be found");
        }
        if (document.points() > 0 && id < document.lastId()) {
            problems.report(
                    document, line, ProblemCode.ID_OUT_OF_ORDER, "number " + id + " after " + document.lastId());
        }
        if (document.plan().isPresent() && !document.plan().get().skipAll()) {
            checkId(document, line, document.plan().get(), id);
        }
    }

    private void checkId(DocumentState document, Line line, TapEvent.Plan plan, long id) {
        if (id > plan.end()) {
            problems.report(document, line, ProblemCode.ID_ABOVE_PLAN, "number " + id + " is above " + plan.end());
        } else if (id < plan.start()) {
            problems.report(document, line, ProblemCode.ID_BELOW_PLAN, "number " + id + " is below " + plan.start());
        }
    }

    private void checkDirective(DocumentState document, Line line, TapEvent.Point point) {
        if (point.todo() && point.ok()) {
            problems.report(document, line, ProblemCode.UNEXPECTED_PASS, "a TODO point passes");
        } else if (point.skip() && !point.ok()) {
            problems.report(document, line, ProblemCode.FAILED_SKIP, "a skipped point is not ok");
        }
    }

    private void checkPlace(DocumentState document, Line line) {
        if (!document.isFirstAfterPlan()) {
            return;
        }
        boolean skipAll = document.plan().filter(TapEvent.Plan::skipAll).isPresent();
        if (document.planFollowedPoints()) {
            problems.report(document, line, ProblemCode.PLAN_MIDDLE, "points on both sides of the plan");
        } else if (skipAll) {
            pointsInSkipAll(document, line);
        }
    }

    private void pointsInSkipAll(DocumentState document, Line line) {
        problems.report(document, line, ProblemCode.POINTS_IN_SKIP_ALL, "the plan 1..0 allows no points");
    }

    void pragma(DocumentState document, Line line) {
        var keys = PragmaLine.parse(line);
        if (keys.size() > 1 && document.strict()) {
            nonTap(document, line);
            problems.report(document, line, ProblemCode.PRAGMA_LIST, "only one pragma is allowed in a line");
            return;
        }
        document.leavePoint();
        for (PragmaLine pragma : keys) {
            events.accept(new TapEvent.Pragma(
                    line.number(), line.offset(), document.level(), line.raw(), pragma.key(), pragma.enabled()));
            if (!pragma.key().equals(STRICT)) {
                problems.report(document, line, ProblemCode.PRAGMA_UNKNOWN, "unknown pragma " + pragma.key());
            } else if (options.strictPragma() == StrictPragma.HONOUR) {
                document.strict(pragma.enabled());
            }
        }
        if (keys.size() > 1) {
            problems.report(document, line, ProblemCode.PRAGMA_LIST, "only one pragma is allowed in a line");
        }
    }

    /** Reads a bail-out and returns its reason. */
    String bailOut(DocumentState document, Line line) {
        int reasonStart = line.content() + "Bail out!".length();
        String reason = Escapes.unescape(line.trimmed(reasonStart, line.end()));
        events.accept(new TapEvent.BailOut(line.number(), line.offset(), document.level(), line.raw(), reason));
        return reason;
    }

    void comment(DocumentState document, Line line) {
        int hash = Ascii.skipBlanks(line.bytes(), line.content(), line.end());
        String text = line.text(hash + 1, line.to());
        events.accept(new TapEvent.Comment(line.number(), line.offset(), document.level(), line.raw(), text));
    }

    /** Handles a line that has no meaning at this place. */
    void other(DocumentState document, Line line) {
        nonTap(document, line);
        document.leavePoint();
        if (PlanLine.resembles(line)) {
            problems.report(document, line, ProblemCode.PLAN_MALFORMED, "a plan is 1..N, and a comment may follow");
        }
    }

    void nonTap(DocumentState document, Line line) {
        nonTap(document, line.number(), line.offset(), line.raw());
    }

    void nonTap(DocumentState document, long number, long offset, String raw) {
        events.accept(new TapEvent.NonTap(number, offset, document.level(), raw));
        if (document.strict()) {
            problems.report(
                    document, number, offset, raw, ProblemCode.NON_TAP_STRICT, "the line is not TAP, and strict is on");
        }
    }

    /** Reports problems of the line's length, end and encoding (rules R18 and R19). */
    void reportEnd(DocumentState document, Line line) {
        if (line.cut()) {
            problems.report(
                    top,
                    line,
                    ProblemCode.LIMIT_LINE,
                    "only " + options.limits().lineBytes() + " bytes are read");
        }
        if (line.afterBareCarriageReturn()) {
            problems.report(
                    document, line, ProblemCode.BARE_CARRIAGE_RETURN, "the line before ends in a carriage return");
        }
    }

    void reportMalformed(DocumentState document, Line line) {
        long malformed = line.malformed();
        if (malformed > 0) {
            reportMalformed(document, line.number(), line.offset(), line.raw(), malformed);
        }
    }

    void reportMalformed(DocumentState document, long number, long offset, String raw, long sequences) {
        document.noteMalformed(sequences);
        problems.report(
                document, number, offset, raw, ProblemCode.MALFORMED_UTF8, sequences + " sequences are not UTF-8");
    }
}
