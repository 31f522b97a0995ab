package dev.interop.moqt.tap;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.tap.ProblemCode;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TestPoint;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that a client's report is a whole document that does not contradict itself. */
record WholeReport(Recording recording, TapReport report) {
    static final String RULE = "The client reports a whole TAP 14 document";

    /**
     * A defect of a report.
     *
     * @param code the code of the reason
     * @param finding the place in the report
     */
    record Violation(ReasonCode code, Finding finding) {}

    /** The first violation, if there is one. */
    Optional<Violation> violation() {
        return cutOff().or(this::incomplete).or(this::disagreeing);
    }

    /** A report whose end was cut off fails, since the lost part may report a failure. */
    private Optional<Violation> cutOff() {
        return Optional.ofNullable(recording.files().leftOut().get(ContainerRole.CLIENT))
                .map(bytes -> new Violation(
                        TapReason.REPORT_INVALID,
                        new Finding(
                                RULE,
                                "MoQT contract, TAP output",
                                "no more output than is kept (interop.limit.log)",
                                "a report that was cut off: its output was " + bytes + " bytes over the limit",
                                Location.ofFile("client/stdout.log"))));
    }

    private Optional<Violation> incomplete() {
        var errors = new ArrayList<>(report.result().errors());
        // Clients report an unsupported test case as a skipped point beside the plan 1..0.
        if (errors.equals(List.of(ProblemCode.POINTS_IN_SKIP_ALL)) && allSkipped()) {
            return Optional.empty();
        }
        if (errors.contains(ProblemCode.NO_PLAN)) {
            return Optional.of(problem(TapReason.PLAN_MISSING, ProblemCode.NO_PLAN, "a plan, such as 1..1"));
        }
        if (errors.contains(ProblemCode.COUNT_MISMATCH)) {
            return Optional.of(
                    problem(TapReason.POINTS_MISSING, ProblemCode.COUNT_MISMATCH, "as many points as the plan says"));
        }
        return errors.stream()
                .findFirst()
                .map(it -> problem(TapReason.REPORT_INVALID, it, "a report that does not contradict itself"));
    }

    /** In TAP the outer point decides. Here a {@code not ok} in its subtest fails the cell nevertheless. */
    private Optional<Violation> disagreeing() {
        return report.points().stream()
                .flatMap(it -> disagreeing(it).stream())
                .findFirst()
                .map(it -> new Violation(TapReason.REPORT_INVALID, it));
    }

    private static Optional<Finding> disagreeing(TestPoint point) {
        if (!point.point().ok()
                || point.point().directive().isPresent()
                || point.subtest().isEmpty()) {
            return Optional.empty();
        }
        var inner = point.subtest().get();
        return inner.failures().stream()
                .findFirst()
                .map(it -> new Finding(
                        RULE,
                        "TAP 14, " + ProblemCode.SUBTEST_DISAGREES,
                        "a point that is not ok where its subtest is not",
                        "'%s' below '%s'".formatted(TapReport.shown(it), TapReport.shown(point)),
                        TapReport.where(it.point())))
                .or(() -> inner.points().stream()
                        .flatMap(it -> disagreeing(it).stream())
                        .findFirst());
    }

    private Violation problem(ReasonCode code, ProblemCode problem, String expected) {
        var seen = report.result().problems().stream()
                .filter(it -> it.code() == problem)
                .findFirst();
        var text = seen.map(TapEvent.Problem::message).orElse(problem.code());
        var where = seen.map(TapReport::where).orElseGet(() -> Location.ofFile("client/stdout.log"));
        return new Violation(code, new Finding(RULE, "TAP 14, " + problem, expected, text, where));
    }

    private boolean allSkipped() {
        return report.points().stream().allMatch(it -> it.point().skip());
    }
}
