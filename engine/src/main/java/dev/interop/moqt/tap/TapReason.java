package dev.interop.moqt.tap;

import dev.interop.verdict.ReasonCode;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reasons that are made of a client's TAP and its exit code. */
@API(status = Status.INTERNAL)
public final class TapReason {
    /** Failed: the client reports a failure. */
    public static final ReasonCode POINT_FAILED = new ReasonCode("point-failed");

    /** Failed: the client gave up in the midst of its report. */
    public static final ReasonCode BAILED_OUT = new ReasonCode("bailed-out");

    /** Failed: the client's report does not say how many results it was to have. */
    public static final ReasonCode PLAN_MISSING = new ReasonCode("plan-missing");

    /** Failed: the client's report has other than the planned number of results. */
    public static final ReasonCode POINTS_MISSING = new ReasonCode("points-missing");

    /** Failed: the client's report contradicts itself, such as by a result that is there twice. */
    public static final ReasonCode REPORT_INVALID = new ReasonCode("report-invalid");

    /** Failed: the client's report does not name the test case that it was asked for. */
    public static final ReasonCode CASE_MISSING = new ReasonCode("case-missing");

    /** Failed: the client took far longer than the test case's limit before it reported a pass. */
    public static final ReasonCode TOO_SLOW = new ReasonCode("too-slow");

    /** Failed: the client's exit code says otherwise than its report. */
    public static final ReasonCode WRONG_EXIT_CODE = new ReasonCode("wrong-exit-code");

    /** Undecided: the client reports a failure that it says to know of (TODO). */
    public static final ReasonCode CASE_TODO = new ReasonCode("case-todo");

    /** Skipped: the client says that it did not run the test case. */
    public static final ReasonCode CASE_SKIPPED = new ReasonCode("case-skipped");

    /** The reasons of a report that may have stopped before its end. */
    public static final Set<ReasonCode> CUT_OFF = Set.of(BAILED_OUT, PLAN_MISSING, POINTS_MISSING);

    private static final List<ReasonCode> ALL = List.of(
            POINT_FAILED,
            BAILED_OUT,
            PLAN_MISSING,
            POINTS_MISSING,
            REPORT_INVALID,
            CASE_MISSING,
            TOO_SLOW,
            WRONG_EXIT_CODE,
            CASE_TODO,
            CASE_SKIPPED);

    private TapReason() {}

    /** Every one of them. */
    public static List<ReasonCode> all() {
        return ALL;
    }
}
