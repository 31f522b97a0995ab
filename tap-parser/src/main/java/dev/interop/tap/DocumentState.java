package dev.interop.tap;

import dev.interop.tap.TapOptions.Numbering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The state of one open document: the stream at level 0, subtests above. Counts points and decides the result, but does not
 * read lines. Each level has one object, which is reused for every subtest of the level.
 */
final class DocumentState {

    private final int level;
    private final IdSet explicitIds;
    private final IdSet duplicateIds;
    private final IdSet effectiveIds;
    private final IdSet failedIds;
    private final Set<ProblemCode> errors = EnumSet.noneOf(ProblemCode.class);
    private final Set<ProblemCode> warnings = EnumSet.noneOf(ProblemCode.class);

    private String name;
    private SubtestKind kind;
    private boolean strict;
    private OptionalInt version;
    private Optional<TapEvent.Plan> plan;
    private long pointsBeforePlan;
    private long points;
    private long passed;
    private long skipped;
    private long todo;
    private long failed;
    private long lastId;
    private LastPoint lastPoint;
    private LastPoint opener;
    private boolean takesDiagnostic;
    private boolean takesSubtest;
    private List<TapEvent.Problem> problems = List.of();
    private long problemsDropped;
    private long malformed;

    DocumentState(int level, IdSet.Budget printed, IdSet.Budget effective) {
        this.level = level;
        this.explicitIds = new IdSet(printed);
        this.duplicateIds = new IdSet(printed);
        this.effectiveIds = new IdSet(effective);
        this.failedIds = new IdSet(effective);
    }

    void open(String name, SubtestKind kind, boolean strict) {
        this.name = name;
        this.kind = kind;
        this.strict = strict;
        version = OptionalInt.empty();
        plan = Optional.empty();
        points = 0;
        passed = 0;
        skipped = 0;
        todo = 0;
        failed = 0;
        lastId = 0;
        takesDiagnostic = false;
        takesSubtest = false;
        errors.clear();
        warnings.clear();
        problems = List.of();
        problemsDropped = 0;
        malformed = 0;
    }

    int level() {
        return level;
    }

    String name() {
        return name;
    }

    SubtestKind kind() {
        return kind;
    }

    boolean strict() {
        return strict;
    }

    void strict(boolean value) {
        strict = value;
    }

    OptionalInt version() {
        return version;
    }

    void version(int number) {
        version = OptionalInt.of(number);
    }

    Optional<TapEvent.Plan> plan() {
        return plan;
    }

    void plan(TapEvent.Plan value) {
        plan = Optional.of(Kept.plan(value));
        pointsBeforePlan = points;
    }

    /** Whether a version line may still follow: there was no plan and no point (rule R17). */
    boolean takesVersion() {
        return version.isEmpty() && plan.isEmpty() && points == 0;
    }

    long points() {
        return points;
    }

    /** Whether the last point is the first one after the plan, so that a problem with the plan's place is reported once. */
    boolean isFirstAfterPlan() {
        return plan.isPresent() && points == pointsBeforePlan + 1;
    }

    boolean planFollowedPoints() {
        return pointsBeforePlan > 0;
    }

    boolean planIsMet() {
        return plan.isPresent() && plans(plan.get(), points);
    }

    /** Compares without overflow. */
    private static boolean plans(TapEvent.Plan plan, long points) {
        return plan.skipAll() ? points == 0 : points > 0 && points - 1 == plan.end() - plan.start();
    }

    /** The last point, even if other lines followed. */
    LastPoint lastPoint() {
        return lastPoint;
    }

    /** The point that a subtest in braces belongs to. */
    LastPoint opener() {
        return opener;
    }

    void opener(LastPoint point) {
        opener = point;
    }

    boolean takesDiagnostic() {
        return takesDiagnostic;
    }

    /** Whether a subtest in braces may belong to the last point: it has none, and only its diagnostic followed. */
    boolean takesSubtest() {
        return takesSubtest;
    }

    void subtestTaken() {
        takesSubtest = false;
    }

    void diagnosticTaken() {
        takesDiagnostic = false;
    }

    /** Notes that another line separates the last point from what follows. */
    void leavePoint() {
        takesDiagnostic = false;
        takesSubtest = false;
    }

    long nextId(Numbering numbering) {
        if (numbering == Numbering.BY_PLACE) {
            return points + 1;
        }
        return lastId == Long.MAX_VALUE ? lastId : lastId + 1;
    }

    long lastId() {
        return lastId;
    }

    IdSet explicitIds() {
        return explicitIds;
    }

    IdSet duplicateIds() {
        return duplicateIds;
    }

    void count(TapEvent.Point point) {
        points++;
        effectiveIds.add(point.id());
        passed += point.ok() ? 1 : 0;
        skipped += point.skip() ? 1 : 0;
        todo += point.todo() ? 1 : 0;
        if (point.failed()) {
            failed++;
            failedIds.add(point.id());
        }
        lastId = point.id();
        lastPoint = LastPoint.of(point);
        takesDiagnostic = true;
        takesSubtest = true;
    }

    void note(TapEvent.Problem problem, boolean keep) {
        (problem.severity() == Severity.ERROR ? errors : warnings).add(problem.code());
        if (!keep) {
            problemsDropped++;
            return;
        }
        if (problems.isEmpty()) {
            problems = new ArrayList<>();
        }
        problems.add(problem);
    }

    void noteMalformed(long sequences) {
        malformed += sequences;
    }

    /** Returns the result and resets the object for the next document of its level. */
    TapResult close(Optional<String> bailOut) {
        TapResult result = new TapResult(
                failed == 0 && errors.isEmpty() && bailOut.isEmpty(),
                version,
                plan,
                new TapCounts(points, passed, points - passed, skipped, todo, failed),
                bailOut,
                copy(errors),
                copy(warnings),
                List.copyOf(problems),
                problemsDropped,
                explicitIds.ranges(),
                duplicateIds.ranges(),
                effectiveIds.ranges(),
                failedIds.ranges(),
                malformed);
        explicitIds.clear();
        duplicateIds.clear();
        effectiveIds.clear();
        failedIds.clear();
        return result;
    }

    private static Set<ProblemCode> copy(Set<ProblemCode> codes) {
        return codes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(codes));
    }
}
