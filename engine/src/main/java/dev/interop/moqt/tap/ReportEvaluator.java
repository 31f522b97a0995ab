package dev.interop.moqt.tap;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TestPoint;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportedOutcome;
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

    ReportedOutcome reported() {
        return bailedOut()
                .or(this::unsupported)
                .or(this::missing)
                .or(this::failedPoints)
                .or(this::broken)
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
                                WholeReport.RULE,
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

    private Optional<ReportedOutcome> broken() {
        return new WholeReport(recording, report).violation().map(it -> failed(it.code(), List.of(it.finding())));
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
