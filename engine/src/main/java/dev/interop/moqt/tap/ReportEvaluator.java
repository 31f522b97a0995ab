package dev.interop.moqt.tap;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.tap.ProblemCode;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TestPoint;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Evaluates a client's report together with its exit code. The first violation decides the outcome.
 *
 * @param recording the cell's recording
 * @param report the client's report
 * @param asked the test case that the client was asked for; empty if it runs all its test cases
 * @param durationCheck checks the time that the client took for that test case
 */
record ReportEvaluator(Recording recording, TapReport report, Optional<String> asked, DurationCheck durationCheck) {
    private static final int UNSUPPORTED = 127;
    private static final String EXIT_CODES = "MoQT contract, exit codes";
    private static final String RULE_EXIT = "The client's exit code agrees with its report";
    private static final String RULE_REPORT = "The client reports a whole TAP 14 document";

    ReportedOutcome reported() {
        return bailedOut()
                .or(this::unsupported)
                .or(this::missing)
                .or(this::failedPoints)
                .or(this::cutOff)
                .or(this::incomplete)
                .or(this::disagreeing)
                .or(this::wrongExit)
                .or(this::skipped)
                .or(this::caseMissing)
                .or(this::todo)
                .or(this::tooSlow)
                .orElseGet(() -> outcome(Outcome.SUCCEEDED, ReasonCode.CLAIMED, "the client reports ok", List.of()));
    }

    private Optional<ReportedOutcome> bailedOut() {
        return report.result().bailOut().map(reason -> {
            var seen = "the client bailed out" + (reason.isBlank() ? "" : ": " + reason.strip());
            var where = report.document().lines().stream()
                    .filter(TapEvent.BailOut.class::isInstance)
                    .findFirst()
                    .map(TapReport::where)
                    .orElseGet(() -> Location.ofFile("client/stdout.log"));
            var finding = new Finding(
                    "The client runs its test cases to their end", "TAP 14, Bail out!", "no bail-out", seen, where);
            return failed(
                    TapReason.BAILED_OUT,
                    Stream.concat(Stream.of(finding), failures()).toList());
        });
    }

    /** Exit code 127 means that the client ran nothing, which points that are not skipped contradict. */
    private Optional<ReportedOutcome> unsupported() {
        if (exit().isEmpty() || exit().getAsInt() != UNSUPPORTED) {
            return Optional.empty();
        }
        var run = report.points().stream()
                .filter(it -> it.point().directive().isEmpty())
                .toList();
        return Optional.of(
                run.isEmpty()
                        ? outcome(
                                Outcome.UNSUPPORTED,
                                ReasonCode.CLIENT_UNSUPPORTED,
                                "the client ended with exit code 127",
                                List.of())
                        : failed(
                                TapReason.WRONG_EXIT_CODE,
                                List.of(exitFinding(
                                        "no result beside exit code 127, which says that nothing was run",
                                        "exit code 127 and '" + TapReport.shown(run.get(0)) + "'",
                                        TapReport.where(run.get(0).point())))));
    }

    private Optional<ReportedOutcome> missing() {
        return report.isMissing()
                ? Optional.of(failed(
                        ReasonCode.REPORT_MISSING,
                        List.of(new Finding(
                                RULE_REPORT,
                                "MoQT contract, TAP output",
                                "a TAP 14 document on the standard output",
                                "no line of TAP",
                                Location.ofFile("client/stdout.log")))))
                : Optional.empty();
    }

    private Optional<ReportedOutcome> failedPoints() {
        var failures = failures().toList();
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        if (exit().isPresent() && exit().getAsInt() == 0) {
            var exit = exitFinding(
                    "exit code 1 where a point is not ok",
                    "exit code 0",
                    failures.get(0).evidence());
            return Optional.of(failed(
                    TapReason.WRONG_EXIT_CODE,
                    Stream.concat(Stream.of(exit), failures.stream()).toList()));
        }
        return Optional.of(failed(TapReason.POINT_FAILED, failures));
    }

    /** A report whose end was cut off fails, since the lost part may report a failure. */
    private Optional<ReportedOutcome> cutOff() {
        return Optional.ofNullable(recording.files().leftOut().get(ContainerRole.CLIENT))
                .map(bytes -> failed(
                        TapReason.REPORT_INVALID,
                        List.of(new Finding(
                                RULE_REPORT,
                                "MoQT contract, TAP output",
                                "no more output than is kept (interop.limit.log)",
                                "a report that was cut off: its output was " + bytes + " bytes over the limit",
                                Location.ofFile("client/stdout.log")))));
    }

    private Optional<ReportedOutcome> incomplete() {
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
    private Optional<ReportedOutcome> disagreeing() {
        return report.points().stream()
                .flatMap(it -> disagreeing(it).stream())
                .findFirst()
                .map(it -> failed(TapReason.REPORT_INVALID, List.of(it)));
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
                        RULE_REPORT,
                        "TAP 14, " + ProblemCode.SUBTEST_DISAGREES,
                        "a point that is not ok where its subtest is not",
                        "'%s' below '%s'".formatted(TapReport.shown(it), TapReport.shown(point)),
                        TapReport.where(it.point())))
                .or(() -> inner.points().stream()
                        .flatMap(it -> disagreeing(it).stream())
                        .findFirst());
    }

    private ReportedOutcome problem(ReasonCode code, ProblemCode problem, String expected) {
        var seen = report.result().problems().stream()
                .filter(it -> it.code() == problem)
                .findFirst();
        var text = seen.map(TapEvent.Problem::message).orElse(problem.code());
        var where = seen.map(TapReport::where).orElseGet(() -> Location.ofFile("client/stdout.log"));
        return failed(code, List.of(new Finding(RULE_REPORT, "TAP 14, " + problem, expected, text, where)));
    }

    private Optional<ReportedOutcome> wrongExit() {
        if (exit().isEmpty() || exit().getAsInt() == 0) {
            return Optional.empty();
        }
        var where = report.points().stream()
                .findFirst()
                .map(it -> TapReport.where(it.point()))
                .orElseGet(() -> Location.ofFile("client/stdout.log"));
        return Optional.of(failed(
                TapReason.WRONG_EXIT_CODE,
                List.of(exitFinding("exit code 0 where no point failed", "exit code " + exit().getAsInt(), where))));
    }

    private Optional<ReportedOutcome> skipped() {
        var relevant = relevant();
        if (report.result().skippedAll()) {
            var reason = report.result().plan().map(TapEvent.Plan::reason).orElse("");
            return Optional.of(skip(reason));
        }
        return relevant.isEmpty()
                        || !relevant.stream().allMatch(it -> it.point().skip())
                ? Optional.empty()
                : Optional.of(
                        skip(relevant.get(0).point().directive().orElseThrow().reason()));
    }

    private ReportedOutcome skip(String reason) {
        return outcome(Outcome.SKIPPED, TapReason.CASE_SKIPPED, withReason("the client skipped it", reason), List.of());
    }

    private Optional<ReportedOutcome> caseMissing() {
        if (!relevant().isEmpty()) {
            return Optional.empty();
        }
        var seen = report.points().isEmpty()
                ? "no point"
                : "'" + TapReport.shown(report.points().get(0)) + "'";
        return Optional.of(failed(
                TapReason.CASE_MISSING,
                List.of(new Finding(
                        "The client reports the test case that it was asked for",
                        "MoQT contract, TESTCASE",
                        asked.map(it -> "a point named " + String.join(" or ", TapReport.names(it, recording)))
                                .orElse("a point"),
                        seen,
                        report.points().stream()
                                .findFirst()
                                .map(it -> TapReport.where(it.point()))
                                .orElseGet(() -> Location.ofFile("client/stdout.log"))))));
    }

    private Optional<ReportedOutcome> todo() {
        var done = relevant().stream().filter(it -> !it.point().skip()).toList();
        if (!done.stream().allMatch(it -> it.point().todo())) {
            return Optional.empty();
        }
        var reason = done.get(0).point().directive().orElseThrow().reason();
        return Optional.of(outcome(
                Outcome.UNDECIDED, TapReason.CASE_TODO, withReason("the client marks it as TODO", reason), List.of()));
    }

    /** Not checked for a client that runs all its test cases, since it is unknown when each of them began. */
    private Optional<ReportedOutcome> tooSlow() {
        return asked.isEmpty()
                ? Optional.empty()
                : relevant().stream()
                        .flatMap(it -> durationCheck.finding(recording, it).stream())
                        .findFirst()
                        .map(it -> failed(TapReason.TOO_SLOW, List.of(it)));
    }

    /** The points that decide: those of the requested test case, or all. */
    private List<TestPoint> relevant() {
        return asked.map(it -> report.points(it, recording)).orElseGet(report::points);
    }

    private boolean allSkipped() {
        return report.points().stream().allMatch(it -> it.point().skip());
    }

    private Stream<Finding> failures() {
        return report.document().failures().stream()
                .map(it -> new Finding(
                        "The client reports each test case as ok",
                        "TAP 14, Test Points",
                        "ok",
                        TapReport.shown(it),
                        TapReport.where(it.point())));
    }

    private static Finding exitFinding(String expected, String seen, Location where) {
        return new Finding(RULE_EXIT, EXIT_CODES, expected, seen, where);
    }

    /** The client's exit code; empty if the client did not end by itself. */
    private OptionalInt exit() {
        return recording
                .ending(ContainerRole.CLIENT)
                .filter(it -> it.how() == ContainerEnd.How.EXITED)
                .map(ContainerEnd::exitCode)
                .orElseGet(OptionalInt::empty);
    }

    private static String withReason(String text, String reason) {
        return reason.isBlank() ? text : text + ": " + reason.strip();
    }

    private ReportedOutcome failed(ReasonCode code, List<Finding> findings) {
        return outcome(Outcome.FAILED, code, findings.get(0).seen(), findings);
    }

    private ReportedOutcome outcome(Outcome outcome, ReasonCode code, String text, List<Finding> findings) {
        return new ReportedOutcome(
                outcome,
                new Reason(code, text),
                findings,
                report.result().counts().points(),
                asked.isPresent() ? List.of() : report.claimed(recording));
    }
}
