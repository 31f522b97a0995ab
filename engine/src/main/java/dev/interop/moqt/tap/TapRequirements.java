package dev.interop.moqt.tap;

import dev.interop.protocol.ReportRequirement;
import dev.interop.protocol.ReportRequirements;
import dev.interop.verdict.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The requirements of the contract on a client's TAP and its exit code. */
@API(status = Status.INTERNAL)
public final class TapRequirements {
    private static final String VERSION = "TAP version 14";
    private static final String WHOLE_REPORT =
            "print '" + VERSION + "', the plan '1..N' and a line 'ok' or 'not ok' for each of the N";

    /** The requirements of {@code docs/contract.md}, section 4. */
    public static final ReportRequirements ALL = new ReportRequirements(
            new ReportRequirement(
                    "TAP on standard output, with a plan and all its points",
                    "4.1",
                    Map.of(
                            ReasonCode.REPORT_MISSING,
                            WHOLE_REPORT,
                            TapReason.REPORT_INVALID,
                            WHOLE_REPORT,
                            TapReason.CASE_MISSING,
                            "name the point as TESTCASE does: 'ok 1 - NAME'",
                            TapReason.PLAN_MISSING,
                            "print the plan '1..N' before the points or behind them",
                            TapReason.POINTS_MISSING,
                            "print a line 'ok' or 'not ok' for each of the N that are planned")),
            Optional.of(VERSION),
            Optional.of(new ReportRequirement(
                    "the exit code agrees with the report",
                    "4.2",
                    Map.of(TapReason.WRONG_EXIT_CODE, "end with 0 when all points are ok, with 1 when one is not"))),
            Set.of(TapReason.CASE_SKIPPED, TapReason.CASE_TODO));

    private TapRequirements() {}
}
