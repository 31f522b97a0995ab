package dev.interop.protocol;

import dev.interop.verdict.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The requirements of a contract on what clients report, for protocols whose test cases have a
 * {@link dev.interop.verdict.ReportSource}. The command {@code check} examines clients by them.
 *
 * @param complete the report is complete
 * @param firstLine the line that standard output begins with; empty if any will do
 * @param exitCode the exit code agrees with the report; empty if the contract does not require it
 * @param declining the reasons of reported outcomes that say that the client did not do the test case
 */
@API(status = Status.EXPERIMENTAL)
public record ReportRequirements(
        ReportRequirement complete,
        Optional<String> firstLine,
        Optional<ReportRequirement> exitCode,
        Set<ReasonCode> declining) {
    /** A report in any format. */
    public static final ReportRequirements ANY = new ReportRequirements(
            new ReportRequirement(
                    "the client reports a result",
                    "4",
                    Map.of(ReasonCode.REPORT_MISSING, "report the result of the test case before the client ends")),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    public ReportRequirements {
        declining = Set.copyOf(declining);
    }
}
